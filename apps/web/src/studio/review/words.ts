/** Owns adding the words of review. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('review', zh, en);
