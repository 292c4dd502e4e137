/** Owns adding the words of confirming a year item by item. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('year', zh, en);
