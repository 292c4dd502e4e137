/** Owns the process of the operator's commands. */
import 'reflect-metadata';
import { operate } from './operate/operate.js';

process.exitCode = await operate(process.argv.slice(2), process.env, {
  tell: (text) => process.stdout.write(text),
  fail: (text) => process.stderr.write(text),
});
