/** Owns what this package offers to the others. */
export { editionFromDocuments } from './assemble/edition.js';
export { locateIssues, parseEdition } from './assemble/parse.js';
export { editionIds, editionPaths } from './assemble/paths.js';
export { type DocumentKind, documentSchemas, kindOfContent, kindOfPath } from './document/kind.js';
export type * from './document/rule.js';
export type * from './edition.js';
export type * from './fact.js';
export { type FileKind, fileKinds } from './form/file-kinds.js';
export { type Format, type FormatId, formats, maskAnswer } from './form/formats.js';
export { type Language, type ResolvedForm, resolveForm } from './form/resolve.js';
export { type Facts, type ReadFacts, readFacts } from './input/read-facts.js';
export type * from './issue.js';
export { canonicalJson, contentHash } from './json/canonical.js';
export { limits } from './json/limits.js';
export { pointerTo } from './json/pointer.js';
export { readAnswers, readJson } from './json/read-json.js';
