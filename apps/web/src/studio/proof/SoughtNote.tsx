/** Owns telling what is wrong at a place that no part of the page shows: only a file could have brought it there. */
import { type Issue, removedAt } from '@yimen/config';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft, useIssuesAt } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { isWriting, nearest, type Place, placeAttribute, useSoughtPlace } from '../draft/place';
import { useIssueWords } from './issue-words';
import { Mixed } from './Mixed';
import { Trail } from './Trail';
import './words';

/** How often the place is looked for; a page that shows nothing of it twice, and loads nothing, will not show it. */
const LOOK_MS = 350;

export function SoughtNote() {
  const sought = useSoughtPlace();
  return sought ? <NoteAt key={`${sought.document}#${sought.pointer}`} {...sought} /> : null;
}

function NoteAt({ document, pointer }: Place) {
  const { t } = useLanguage();
  const note = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState(false);
  const issues = useIssuesAt({ document, pointer });
  const words = useIssueWords();
  useEffect(() => {
    let missed = 0;
    const timer = setInterval(() => {
      const found = nearest(`${document}#${pointer}`);
      const missing = (found === undefined || found === note.current) && !isLoading();
      missed = missing ? missed + 1 : 0;
      setLost(missed >= 2);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [document, pointer]);
  useEffect(() => {
    if (lost && !isWriting()) note.current?.focus();
  }, [lost]);
  if (!lost || issues.length === 0) return null;
  return (
    <div ref={note} tabIndex={-1} className="note note-bad sought" {...placeAttribute({ document, pointer })}>
      <p>
        <Trail document={document} pointer={pointer} />
      </p>
      {issues.map((issue) => (
        <p key={keyOf(issue)}>
          <Mixed text={words(issue)} /> <Removal issue={issue} />
        </p>
      ))}
      <p>{t('proof.sought.lead')}</p>
    </div>
  );
}

const isLoading = (): boolean => window.document.querySelector('main [aria-busy="true"]') !== null;

/** What nothing reads can go. */
const needless: ReadonlySet<string> = new Set(['unknown-key', 'unexpected-key']);

function Removal({ issue: { code, document, pointer } }: { readonly issue: Issue }) {
  const { t } = useLanguage();
  const { edit, editable } = useDraft();
  if (!editable || !needless.has(code) || pointer === '') return null;
  const remove = () => edit((all) => ({ ...all, [document]: removedAt(all[document], pointer) }));
  return (
    <Button size="small" onClick={remove}>
      {t('proof.sought.remove')}
    </Button>
  );
}
