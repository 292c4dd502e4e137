/**
 * Owns how many passwords are tried at once in a process: whoever comes when the line is full is turned away before
 * anything is counted or hashed, so that a flood costs those who are already in it no more than a short while.
 */
import { TooOften } from '../refusal.js';
import { HASHED_AT_ONCE } from './password.js';

/** Tries that wait while others are hashed, and the seconds in which a full line has surely been worked off. */
const MOST_WAITING = 20;
const WORKED_OFF = 3;

let inside = 0;

export async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (inside >= HASHED_AT_ONCE + MOST_WAITING) throw busy();
  inside += 1;
  try {
    return await work();
  } finally {
    inside -= 1;
  }
}

const busy = (): TooOften =>
  new TooOften('too-many-sign-ins', WORKED_OFF, {
    zh: '同时登录的人太多，请过几秒再试',
    en: 'Too many people sign in at once; try again in a few seconds',
  });
