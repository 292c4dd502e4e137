/** Owns adding the words of the table of a standard. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('table', zh, en);
