/** Owns adding the words of the lists of an edition. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('studioLists', zh, en);
