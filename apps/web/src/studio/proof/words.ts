/** Owns adding the words of checks, trials and cases. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('proof', zh, en);
