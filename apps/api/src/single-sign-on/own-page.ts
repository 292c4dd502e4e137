/** Owns which pages somebody may be sent to after signing in: those of this site, by their path. */

export const FIRST_PAGE = '/';

const LONGEST = 1900;

/** Stands for this site, whatever people call it; an address that leads elsewhere has another origin. */
const SITE = 'http://site.invalid';

/** A path with its query; the first page's for any other address, or one of the API. */
export function ownPage(page: string | undefined): string {
  if (!page?.startsWith('/') || !URL.canParse(page, SITE)) return FIRST_PAGE;
  const { origin, pathname, search } = new URL(page, SITE);
  const path = pathname + search;
  // Two slashes would begin the address of another site.
  const own = origin === SITE && !path.startsWith('//') && !/^\/api(?:\/|$)/u.test(pathname);
  return own && path.length <= LONGEST ? path : FIRST_PAGE;
}

/** The same page, told why nobody is signed in. */
export function withProblem(page: string, problem: string): string {
  const { pathname, searchParams } = new URL(page, SITE);
  searchParams.set('problem', problem);
  return `${pathname}?${searchParams}`;
}
