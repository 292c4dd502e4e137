/** Owns the page at which a stored record is corrected, under the version that it is pinned to. */
import { useQuery } from '@tanstack/react-query';
import type { Submission } from '@yimen/contracts';
import { useParams } from 'react-router';
import { Sheet } from '../acceptance/Sheet';
import { type EditionReady, useEdition } from '../form/use-forms';
import { useMay } from '../identity/session';
import { Failure, Loading, NotAllowed } from '../layout/states';
import { submissionQuery } from '../server/queries';
import { Application } from '../window/Application';
import { useCorrection } from './use-correction';
import './records.css';

export function Page() {
  const { id = '' } = useParams();
  // Answers are the same in every language: a switch of language loads none anew.
  const record = useQuery(submissionQuery(id, 'zh'));
  // A failed look for news is no reason to take away what is being corrected.
  if (record.data) return <Loaded key={id} record={record.data} />;
  return record.isError ? <Failure error={record.error} retry={record.refetch} /> : <Loading />;
}

function Loaded({ record }: { readonly record: Submission }) {
  const may = useMay();
  const loaded = useEdition(record.edition, record.hash);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!may(loaded.edition.kind === 'desk' ? 'take-matters' : 'fill-sheets')) return <NotAllowed />;
  return <Correction {...loaded} record={record} />;
}

function Correction({ record, ...loaded }: EditionReady & { readonly record: Submission }) {
  const filing = useCorrection(record, loaded.edition);
  const Form = loaded.edition.kind === 'desk' ? Application : Sheet;
  return <Form {...loaded} filing={filing} />;
}
