/** Owns adding the words of the Studio's frame. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('studio', zh, en);
