/** Owns who may do what: the roles, and the permissions of each. Server, menu and tests read this one declaration. */
/** Roles; each is held for an area and everything below it. */
export const roles = [
  'administrator',
  'reviewer',
  'clerk',
  'assessor',
  'county-lead',
  'city-lead',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody can be allowed to do, and the roles that are. Records are matters of a desk or sheets of a standard:
 * whoever may store or read one kind may use the addresses of records, and finds there that kind alone. The operator of the system sees no case data. Published
 * editions are public, and so is evaluating by them: it stores nothing.
 */
export const permissions = {
  'read-areas': roles,
  'edit-areas': ['administrator', 'operator'],
  'take-matters': ['clerk'],
  'fill-sheets': ['assessor'],
  'store-records': ['clerk', 'assessor'],
  'read-matters': ['clerk', 'county-lead', 'city-lead', 'auditor'],
  'read-sheets': ['assessor', 'county-lead', 'city-lead', 'auditor'],
  'read-records': ['clerk', 'assessor', 'county-lead', 'city-lead', 'auditor'],
  'show-personal-data': ['clerk', 'county-lead'],
  'manage-accounts': ['operator'],
  'read-audit': ['auditor'],
  'read-drafts': ['administrator', 'reviewer', 'auditor'],
  'edit-editions': ['administrator'],
  /** Among the records that a draft would change, each with what it holds. */
  'read-impact': ['administrator', 'reviewer', 'auditor'],
  'prove-drafts': ['administrator', 'reviewer'],
  'review-editions': ['reviewer'],
  'comment-on-drafts': ['administrator', 'reviewer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Permission = keyof typeof permissions;

/** Who may use an address: everybody, everybody who signed in, or who has a permission. */
export type Access = 'public' | 'signed-in' | Permission;

const mayAny = (role: Role, ...any: readonly Permission[]): boolean =>
  any.some((permission) => (permissions[permission] as readonly Role[]).includes(role));

/** What is about case data. */
const caseData = [
  'take-matters',
  'fill-sheets',
  'store-records',
  'read-matters',
  'read-sheets',
  'read-records',
  'show-personal-data',
] as const;
/** What shows case data to roles that are not for cases: they may be held beside the operator's, and show it none then. */
const showsCases: readonly Permission[] = [...caseData, 'read-impact'];
const seesCases = (role: Role): boolean => mayAny(role, ...caseData);
const keepsAccounts = (role: Role): boolean => mayAny(role, 'manage-accounts');

/**
 * Whether nobody may hold both roles, be it for different areas. Whoever gives roles out could give themself any: the
 * operator of the system holds none that sees case data.
 */
export const excludes = (one: Role, other: Role): boolean =>
  (keepsAccounts(one) && seesCases(other)) || (seesCases(one) && keepsAccounts(other));

/** Whether who holds the roles is allowed to. Nothing shows case data to whoever keeps accounts as well. */
export function allows(held: readonly Role[], permission: Permission): boolean {
  if (showsCases.includes(permission) && held.some(keepsAccounts)) return false;
  return held.some((role) => mayAny(role, permission));
}
