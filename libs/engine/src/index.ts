/** The entry of @yimen/engine: what runs editions. Checking and the reference have entries of their own. */
export { addWorkingDays, type DateResult, isWorkingDay } from './calendar/working-days.js';
export { type EventKind, events } from './catalogue/events.js';
export { functions } from './catalogue/functions.js';
export { type Operator, operators } from './catalogue/operators.js';
export { type Compiled, compile } from './compile/compile.js';
export { emitModule } from './compile/module.js';
export { type CountyResult, countyResult } from './county/county-result.js';
export { type Answer, type AnswerOptions, evaluateInput, invalidOutcome, printAnswer } from './evaluate-input.js';
export type { FormulaFunction, Parameter } from './formula/expression.js';
export type * from './outcome.js';
export type { Program, RuleNode } from './program/program.js';
export { rulesOf } from './program/program.js';
export { type TotalRange, totalRange } from './range/total-range.js';
export { knownFacts } from './reference/known-facts.js';
