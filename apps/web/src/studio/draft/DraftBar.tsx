/** Owns the bar above a draft: what it is, how it stands, undoing, and the way between its parts. */
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect } from 'react';
import { Link, NavLink } from 'react-router';
import { useLanguage } from '../../language';
import { inChina } from '../../layout/dates';
import { useDraft } from './draft-context';
import { ExchangeMenu } from './ExchangeMenu';
import { StateTag } from './StateTag';

export function DraftBar() {
  const { t, say } = useLanguage();
  const { draft, edition } = useDraft();
  return (
    <header className="draft-bar">
      <div className="draft-bar-inner">
        <div className="draft-head">
          <div className="draft-name">
            <Link to="/studio">{t('studio.back')}</Link>
            <h1>{say(edition?.title ?? draft.title)}</h1>
            <StateTag state={draft.state} />
          </div>
          <div className="draft-tools">
            <Found />
            <Saved />
            <Steps />
            <ExchangeMenu />
          </div>
        </div>
        <Rooms />
      </div>
    </header>
  );
}

function Found() {
  const { t } = useLanguage();
  const { draft, issues, proving, unproven } = useDraft();
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const kind = errors > 0 ? 'bad' : proving ? 'quiet' : warnings > 0 || unproven ? 'warn' : 'good';
  const checked = errors === 0 && !proving && !unproven;
  return (
    <span role="status">
      <Link className={`draft-found draft-found-${kind}`} to={`/studio/drafts/${draft.id}/checks`}>
        {errors > 0 && t('studio.found.errors', { count: errors })}
        {errors === 0 && proving && t('studio.found.checking')}
        {errors === 0 && !proving && unproven && t('studio.found.unproven')}
        {checked && warnings > 0 && t('studio.found.warnings', { count: warnings })}
        {checked && warnings === 0 && t('studio.found.none')}
      </Link>
    </span>
  );
}

function Saved() {
  const { t } = useLanguage();
  const { editable, saving, savedAt } = useDraft();
  if (!editable) return null;
  const time = savedAt && inChina(savedAt).time.slice(0, 5);
  return (
    <span className={`draft-saving draft-saving-${saving}`} role="status">
      {saving === 'saved' && time ? t('studio.saving.savedAt', { time }) : t(`studio.saving.${saving}`)}
    </span>
  );
}

function Steps() {
  const { t } = useLanguage();
  const { editable, undo, redo } = useDraft();
  useStepKeys(undo, redo);
  if (!editable) return null;
  return (
    <span className="draft-steps">
      <Tooltip title={t('studio.undo')}>
        <Button icon={<UndoOutlined />} aria-label={t('studio.undo')} disabled={!undo} onClick={undo} />
      </Tooltip>
      <Tooltip title={t('studio.redo')}>
        <Button icon={<RedoOutlined />} aria-label={t('studio.redo')} disabled={!redo} onClick={redo} />
      </Tooltip>
    </span>
  );
}

/** Fields that undo what is typed in them by themselves. */
const TYPED = 'input:not([type=checkbox], [type=radio], [readonly]), textarea, [contenteditable=true]';

/** The keys for it work wherever no field has its own undoing. */
function useStepKeys(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(TYPED);
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)?.();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [undo, redo]);
}

function Rooms() {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const rooms = [
    ...(draft.origin.kind === 'roll-over' ? ['year'] : []),
    draft.kind === 'desk' ? 'desk' : 'table',
    'forms',
    'lists',
    'formulas',
    'basics',
    'cases',
    'checks',
    'impact',
    'review',
  ];
  return (
    <nav className="draft-rooms" aria-label={t('studio.room.label')}>
      {rooms.map((room) => (
        <NavLink key={room} to={`/studio/drafts/${draft.id}/${room}`}>
          {t(`studio.room.${room}`)}
        </NavLink>
      ))}
    </nav>
  );
}
