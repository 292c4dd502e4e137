/** The entry of @yimen/engine/check: what proves an edition right before it is published. */
export { type CaseResult, caseResults } from '../coverage/case-results.js';
export {
  type Coverage,
  coverageOf,
  type DispositionCoverage,
  type LineCoverage,
  type RuleCoverage,
  type Share,
  type UncoveredRule,
} from '../coverage/coverage.js';
export { type Difference, type Expectation, expectationOf } from '../coverage/expectation.js';
export { type CheckOptions, check } from './check.js';
