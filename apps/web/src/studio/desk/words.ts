/** Owns adding the words of the rules of a desk. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('desk', zh, en);
