/** Owns adding the words of the pages of editions. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('editions', zh, en);
