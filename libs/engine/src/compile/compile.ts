/** Owns `compile`: from a parsed edition to an evaluator that runs in this process. */
import type { Edition, Issue } from '@yimen/config';
import type { Evaluator } from '../outcome.js';
import { buildProgram } from '../program/build.js';
import type { Program } from '../program/program.js';
import { emitBody } from './module.js';

export type Compiled =
  | { readonly ok: true; readonly evaluator: Evaluator; readonly program: Program; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Types the edition and turns it into an evaluator; every type error is a located issue. */
export function compile(edition: Edition): Compiled {
  const built = buildProgram(edition);
  return built.ok ? { ...built, evaluator: evaluatorOf(built.program) } : built;
}

/** Runs the generated code. It holds no text of the configuration but string literals made by `JSON.stringify`. */
function evaluatorOf(program: Program): Evaluator {
  const { code, names } = emitBody(program);
  return new Function(`"use strict";\n${code}\nreturn { ${names.join(', ')} };`)() as Evaluator;
}
