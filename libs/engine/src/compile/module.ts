/** Owns the text of a compiled module: run-time functions, data, and the entry points of one edition. */
import type { Program } from '../program/program.js';
import * as runtime from '../runtime/runtime.js';
import { emitDesk } from './desk.js';
import { emitStandard } from './standard.js';
import { Writer } from './writer.js';

/** The body shared by the module and by the evaluator of this process. */
export function emitBody(program: Program): { readonly code: string; readonly names: readonly string[] } {
  const writer = new Writer(program);
  const { desk } = program;
  const entries: [string, string][] = desk
    ? [
        ['evaluate(facts, options)', emitDesk(desk, writer, false)],
        ['trace(facts, options)', emitDesk(desk, writer, true)],
      ]
    : [
        ['score(facts)', emitStandard(writer, 'score')],
        ['evaluate(facts, options)', emitStandard(writer, 'evaluate')],
        ['print(facts, options)', emitStandard(writer, 'print')],
        ['trace(facts, options)', emitStandard(writer, 'trace')],
      ];
  const functions = entries.map(([signature, body]) => `function ${signature} {\n${body}\n}`);
  const code = [...Object.values(runtime).map(String), writer.declarations(), ...functions].join('\n');
  return { code, names: entries.map(([signature]) => signature.slice(0, signature.indexOf('('))) };
}

/**
 * The edition as a JavaScript module that needs nothing else: `export { evaluate, trace, edition }` and, for a
 * standard, `score` and `print`.
 * It contains no `eval` and runs in a browser under `script-src 'self'`.
 */
export function emitModule(program: Program): string {
  const { code, names } = emitBody(program);
  const edition = JSON.stringify({ id: program.edition.id, hash: program.edition.hash });
  return `${code}\nconst edition = ${edition};\nexport { ${[...names, 'edition'].join(', ')} };\n`;
}
