/** Owns adding the words of what is decided in a roll-over. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('steps', zh, en);
