/** Owns the page of the acceptance sheet. */
import { useParams } from 'react-router';
import { type EditionReady, useEdition } from '../form/use-forms';
import { useNewRecord } from '../form/use-new-record';
import { Failure, Loading } from '../layout/states';
import { Sheet } from './Sheet';

export function Page() {
  const { authority, subject, year } = useParams();
  const loaded = useEdition(`${authority}/${subject}/${year}`);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  return <NewSheet key={loaded.edition.hash} {...loaded} />;
}

function NewSheet(loaded: EditionReady) {
  return <Sheet {...loaded} filing={useNewRecord(loaded.edition)} />;
}
