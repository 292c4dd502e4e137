/** Owns how a form's schema refers to a list: `list:<list id>`. */

export const listReferencePattern = /^list:[a-z][A-Za-z0-9-]*$/;

/** The list that a reference names. */
export const listOf = (reference: string): string => reference.slice('list:'.length);
