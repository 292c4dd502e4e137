/** Owns finding the words for ids: grades, dispositions, departments, papers. */
import type { EditionDetail } from '@yimen/contracts';

type Titled = { readonly id: string; readonly title: { readonly zh: string; readonly en: string } };

const find = (all: readonly Titled[] | undefined, id: string | null | undefined) =>
  all?.find((each) => each.id === id)?.title;

export const gradeTitle = (edition: EditionDetail, id: string | null | undefined) => find(edition.standard?.bands, id);
export const dispositionTitle = (edition: EditionDetail, id: string | null | undefined) =>
  find(edition.desk?.dispositions, id);
export const departmentTitle = (edition: EditionDetail, id: string | null | undefined) =>
  find(edition.desk?.departments, id);

/** Papers in the order of their list, whatever order they are named in. */
export const papersOf = (edition: EditionDetail, ids: readonly string[]): Titled[] =>
  (edition.desk?.papers ?? []).filter((paper) => ids.includes(paper.id));

/** The place where an edition is worked with. */
export const workPath = ({ kind, id }: { readonly kind: 'standard' | 'desk'; readonly id: string }): string =>
  `/${kind === 'desk' ? 'window' : 'acceptance'}/${id}`;
