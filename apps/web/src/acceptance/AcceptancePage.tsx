/** Owns the page of the acceptance sheet. */
import { useParams } from 'react-router';
import { useEdition } from '../form/use-forms';
import { Failure, Loading } from '../layout/states';
import { Sheet } from './Sheet';

export function Page() {
  const { authority, subject, year } = useParams();
  const loaded = useEdition(`${authority}/${subject}/${year}`);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  return <Sheet key={loaded.edition.hash} {...loaded} />;
}
