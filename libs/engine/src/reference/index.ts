/** The entry of @yimen/engine/reference: json-rules-engine over the same rules, the judge of the compiled evaluator. */
export { type Agreement, type AgreementOptions, compareWithReference } from './agreement.js';
export { createEngine, runWith } from './engine.js';
export { referenceEvaluate } from './reference.js';
export { settleStandard } from './settle.js';
