/** Owns adding the words of the forms of an edition. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('studioForms', zh, en);
