/** Owns adding the words of calculations and named conditions. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('formulas', zh, en);
