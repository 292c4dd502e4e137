/** Owns adding the words of the impact of a draft. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('impact', zh, en);
