/** Owns the part of a roll-over in which every item of the year before is confirmed, changed or retired. */
import type { RollOverStep } from '@yimen/config';
import { Checkbox, Progress } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { restored } from '../steps/restoration';
import { useRetirement } from '../steps/use-retirement';
import { type Steps, useSteps } from '../steps/use-steps';
import { groupsOf, openIn } from './groups';
import { StepGroupCard } from './StepGroupCard';
import { useSays } from './use-says';
import './words';
import './year.css';

export function Room() {
  const { t } = useLanguage();
  const steps = useSteps();
  if (!steps) return <p className="note">{t('year.none')}</p>;
  return <Year steps={steps} />;
}

function Year({ steps }: { readonly steps: Steps }) {
  const { t, say } = useLanguage();
  const { draft, base, edit } = useDraft();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const retirement = useRetirement();
  const says = useSays();
  const groups = useMemo(() => groupsOf(steps.items), [steps.items]);
  const { page, follow } = useNextOpen(steps);
  const { left } = steps;
  const shown = onlyOpen ? groups.filter((group) => openIn(group).length > 0) : groups;
  return (
    <div className="year" ref={page}>
      <header className="card year-head">
        <Bar steps={steps} />
        <p className="quiet">{t('year.lead')}</p>
        <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
          {t('year.onlyOpen')}
        </Checkbox>
      </header>
      {left === 0 && <p className="note note-good">{t('year.done')}</p>}
      {shown.map((group) => (
        <StepGroupCard
          key={group.key}
          group={group}
          onlyOpen={onlyOpen}
          says={says}
          onConfirm={follow}
          onRetire={({ key, title }: RollOverStep) => retirement.ask(key, say(title))}
          onRestore={({ key }: RollOverStep) => base && edit((all) => restored(base, all, draft.edition, key))}
        />
      ))}
      {retirement.dialog}
    </div>
  );
}

function Bar({ steps }: { readonly steps: Steps }) {
  const { t } = useLanguage();
  const { left, total } = steps;
  const decided = total - left;
  return (
    <div className="year-bar">
      <p role="status">
        <b>{t('year.left', { left })}</b>
        <span className="quiet">{t('year.of', { decided, total })}</span>
      </p>
      <Progress
        percent={total === 0 ? 100 : Math.floor((100 * decided) / total)}
        aria-label={t('year.progress')}
        strokeColor="var(--accent)"
      />
    </div>
  );
}

/** Brings the keyboard from what was confirmed to what is to be confirmed next. */
function useNextOpen(steps: Steps) {
  const page = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  const follow = (confirmed: readonly string[]) => {
    const gone = new Set(confirmed);
    const last = steps.items.findIndex(({ key }) => key === confirmed.at(-1));
    const next = [...steps.items.slice(last + 1), ...steps.items.slice(0, last)].find(
      ({ key, state }) => state === 'unconfirmed' && !gone.has(key),
    );
    wanted.current = next?.key;
  };
  // Once what was confirmed is drawn.
  useEffect(() => {
    const key = wanted.current;
    if (key === undefined) return;
    wanted.current = undefined;
    const button = page.current?.querySelector<HTMLElement>(`[data-confirm="${CSS.escape(key)}"]`);
    button?.focus();
  }, [steps]);
  return { page, follow };
}
