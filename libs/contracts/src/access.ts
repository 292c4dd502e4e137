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
 * What somebody can be allowed to do, and the roles that are. The operator of the system sees no case data. Published
 * editions are public, and so is evaluating by them: it stores nothing.
 */
export const permissions = {
  'read-areas': roles,
  'edit-areas': ['administrator', 'operator'],
  'take-matters': ['clerk'],
  'fill-sheets': ['assessor'],
  'store-records': ['clerk', 'assessor'],
  'read-records': ['clerk', 'assessor', 'county-lead', 'city-lead', 'auditor'],
  'show-personal-data': ['clerk', 'county-lead'],
  'manage-accounts': ['operator'],
  'read-audit': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Permission = keyof typeof permissions;

/** Who may use an address: everybody, everybody who signed in, or who has a permission. */
export type Access = 'public' | 'signed-in' | Permission;

/** Whether one of the roles is allowed to. */
export const allows = (held: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some((each) => held.includes(each));
