/** Owns the sentence of an entry: who did what to what. */
import { useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '@yimen/contracts';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';
import { AreaLabel } from '../areas/AreaLabel';
import { useLanguage } from '../language';
import { editionQuery } from '../server/queries';

export function EntrySentence({ entry: { actor, action, subject, details } }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage();
  const nobody = action === 'sign-in-failed' ? 'audit.somebody' : 'audit.system';
  const unnamed = action === 'sign-in-failed' && subject.id === '';
  return (
    <>
      {actor ? <b lang="">{actor.name}</b> : <b>{t(nobody)}</b>}{' '}
      <Trans
        i18nKey={unnamed ? 'audit.didNotKnow' : `audit.did.${action}`}
        components={{
          name: <SubjectName subject={subject} title={(details as { title?: Title }).title} />,
          record: <Link to={`/records/${subject.id}`} />,
        }}
      />
    </>
  );
}

type Title = { readonly zh: string; readonly en: string };

interface SubjectNameProps {
  readonly subject: AuditEntry['subject'];
  /** What it was called then; an edition that is only drafted cannot be asked for it. */
  readonly title: Title | undefined;
}

function SubjectName({ subject: { kind, id }, title }: SubjectNameProps) {
  const { say } = useLanguage();
  if (title) return <>{say(title)}</>;
  if (kind === 'area') return <AreaLabel id={id} />;
  if (kind === 'edition') return <EditionName id={id} />;
  return <b lang="">{id}</b>;
}

function EditionName({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { data, isError } = useQuery(editionQuery(id));
  if (isError) return <span lang="">{id}</span>;
  return data ? say(data.title) : '…';
}
