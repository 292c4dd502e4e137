/** Owns the page at the window: the application step by step, with its outcome as it is filled. */
import { useParams } from 'react-router';
import { type EditionReady, useEdition } from '../form/use-forms';
import { useNewRecord } from '../form/use-new-record';
import { Failure, Loading } from '../layout/states';
import { Application } from './Application';

export function Page() {
  const { authority, subject, year } = useParams();
  const loaded = useEdition(`${authority}/${subject}/${year}`);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  return <NewApplication key={loaded.edition.hash} {...loaded} />;
}

function NewApplication(loaded: EditionReady) {
  return <Application {...loaded} filing={useNewRecord(loaded.edition)} />;
}
