/** Owns adding the words of the editors of rules. */
import { addWords } from '../../words';
import en from './words.en.json';
import zh from './words.zh.json';

addWords('studioRules', zh, en);
