/** Owns adding the words of the basics of an edition. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('basics', zh, en);
