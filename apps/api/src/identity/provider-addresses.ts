/** Owns the addresses of this site at which signing in through the provider begins, comes back and ends. */
import type { SingleSignOnSettings } from '../env/single-sign-on.js';

export function providerAddresses({ site }: SingleSignOnSettings) {
  const begin = `${site}/api/v1/session/oidc`;
  return { begin, back: `${begin}/callback`, end: `${begin}/end`, first: `${site}/` } as const;
}
