/** Owns the page at the window: the application step by step, with its outcome as it is filled. */
import { useParams } from 'react-router';
import { useEdition } from '../form/use-forms';
import { Failure, Loading } from '../layout/states';
import { Application } from './Application';

export function Page() {
  const { authority, subject, year } = useParams();
  const loaded = useEdition(`${authority}/${subject}/${year}`);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  return <Application key={loaded.edition.hash} {...loaded} />;
}
