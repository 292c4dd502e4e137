/** The entry of @yimen/engine/editing: what an editor of editions needs, and a running one does not. */

export { quickCheck } from '../check/quick.js';
export { differencesFrom, type Expectation, expectationOf } from '../coverage/expectation.js';
export type { Span } from '../formula/positions.js';
export type { FormulaFault } from '../formula/syntax.js';
export { placeholdersOf, typePlaceholder } from '../formula/template.js';
export { kindName } from '../formula/type.js';
export { type Scope, type Typed, typeFormula } from '../formula/typing.js';
export type { Had, HadInEachRow, Required } from '../method/had.js';
export {
  describeLine,
  type ItemToWrite,
  type MethodItem,
  problemsOf,
  readLine,
  sentenceOf,
  type WriteResult,
  writeItem,
} from '../method/item.js';
export type {
  Method,
  MethodContext,
  MethodId,
  MethodParameter,
  MethodParams,
  ParameterKind,
  ParameterProblem,
  WrittenItem,
} from '../method/method.js';
export { initialParams, methods } from '../method/methods.js';
export { factsFor } from '../method/parameter-kind.js';
export type * from '../method/parameters.js';
export { buildProgram as typeEdition } from '../program/build.js';
export { typeCondition, typeEvent } from '../rule/typing.js';
export { conditionSentence } from '../wording/condition-sentence.js';
export type {
  DerivedDeclaration,
  LineDeclaration,
  RuleDeclaration,
  TextDeclaration,
} from '../wording/declaration.js';
export { type AreaNames, type Dictionary, dictionaryOf, type FactEntry } from '../wording/dictionary.js';
export { type RulePlace, ruleSentence } from '../wording/rule-sentence.js';
export { describeConflicts, type WordedConflict } from '../wording-of-changes/conflicts.js';
export { describeChanges, type WordedChange } from '../wording-of-changes/describe.js';
export {
  addItem,
  changeLinePoints,
  type LineEdit,
  moveItem,
  removeItem,
  replaceItem,
} from './lines.js';
export { contextOf, findLine, linesIn, methodContext, type PlacedLine } from './method-context.js';
export { type Documents, type Reader, readersIn } from './readers.js';
