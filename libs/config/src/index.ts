/** Owns what this package offers to the others. */
export { editionFromDocuments } from './assemble/edition.js';
export { locateIssues, parseEdition } from './assemble/parse.js';
export { editionIds, editionPaths } from './assemble/paths.js';
export { applyChanges } from './change/apply.js';
export { type Change, type Documents, placeKey, type Step } from './change/change.js';
export type { Conflict } from './change/conflict.js';
export { diffDocuments } from './change/diff.js';
export { keeping } from './change/homes.js';
export { type Merged, mergeDocuments, type Side } from './change/merge.js';
export { pointerOf } from './change/place.js';
export { type DocumentInput, type DocumentKind, documentSchemas, kindOfContent, kindOfPath } from './document/kind.js';
export type * from './document/rule.js';
export type * from './edition.js';
export type * from './fact.js';
export { type AreaLevel, areaIdPattern, areaLevels, longestAreaId } from './form/areas.js';
export { type FileKind, fileKinds } from './form/file-kinds.js';
export { type Format, type FormatId, formats, formatsWithin, maskAnswer } from './form/formats.js';
export { type Language, type ResolvedForm, resolveForm } from './form/resolve.js';
export { factCarrier } from './input/carry-facts.js';
export { type Facts, type ReadFacts, readFacts } from './input/read-facts.js';
export type * from './issue.js';
export { canonicalJson, contentHash } from './json/canonical.js';
export { insertedAt, movedAt, removedAt, replacedAt } from './json/edit.js';
export { limits } from './json/limits.js';
export { pointerTo, valueAt } from './json/pointer.js';
export { readAnswers, readJson } from './json/read-json.js';
export { isObject, sameJson } from './json/same.js';
export { newRowId } from './list/row-id.js';
export { confirmedStill } from './roll-over/confirmed.js';
export { itemsOf, type RollOverItem, type RollOverKind } from './roll-over/items.js';
export {
  itemsBelow,
  type RollOverProgress,
  type RollOverState,
  type RollOverStep,
  rollOverProgress,
  withConfirmed,
} from './roll-over/progress.js';
export { renamed } from './roll-over/renamed.js';
export { type NextManifest, rolledOver } from './roll-over/rolled-over.js';
