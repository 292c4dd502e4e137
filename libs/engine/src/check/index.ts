/** The entry of @yimen/engine/check: what proves an edition right before it is published. */
export { type CheckOptions, check } from './check.js';
