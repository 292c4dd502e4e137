/**
 * Owns how many passwords are hashed at once: each takes a thread that compression and files share, and strangers may
 * ask for as many as they like.
 */
import { Refusal } from '../refusal.js';

const MOST_AT_ONCE = 2;

/** Those who wait beyond that would wait longer than anybody stays. */
const MOST_WAITING = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when it is its turn, in the order of asking; refused where too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw tooMany();
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const tooMany = (): Refusal =>
  new Refusal('too-often', 'too-many-sign-ins', {
    zh: '现在登录的人太多，请稍后再试',
    en: 'Too many people sign in at the moment; try again later',
  });
