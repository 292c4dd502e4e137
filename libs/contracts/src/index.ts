/** Owns what this package offers: the HTTP API's schemas, types and routes. */
export * from './access.js';
export * from './area.js';
export * from './audit.js';
export * from './edit.js';
export * from './edition.js';
export * from './evaluation.js';
export * from './file.js';
export * from './form.js';
export * from './identity.js';
export * from './free-text.js';
export * from './issue.js';
export * from './outcome.js';
export * from './page.js';
export * from './problem.js';
export * from './routes.js';
export * from './single-sign-on.js';
export * from './submission.js';
