/** Owns asking, once, before something is taken out of an edition: what goes along, or who still uses it. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import { type Retirement, retired } from './retirement';
import { useSteps } from './use-steps';
import './steps.css';
import './words';

export interface RetirementQuestion {
  /** Asks about an item by its key; `then` is called once it is taken out. */
  readonly ask: (key: string, title: string, then?: () => void) => void;
  readonly dialog: ReactNode;
}

interface Asked {
  readonly key: string;
  readonly title: string;
  readonly plan: Retirement;
  readonly then: (() => void) | undefined;
}

export function useRetirement(): RetirementQuestion {
  const { t } = useLanguage();
  const { draft, documents, edit } = useDraft();
  const [asked, setAsked] = useState<Asked>();
  const word = useRetireWord();
  const close = () => setAsked(undefined);
  const take = ({ key, then }: Asked) => {
    edit((all) => {
      const plan = retired(all, draft.edition, key);
      return plan.ok ? plan.documents : all;
    });
    close();
    then?.();
  };
  const dialog = asked && (
    <Dialog open title={`${word(asked.key)}“${asked.title}”`} onCancel={close}>
      {asked.plan.ok ? <Along plan={asked.plan} asked={asked.key} /> : <Users plan={asked.plan} />}
      <div className="actions">
        {asked.plan.ok && (
          <Button danger type="primary" onClick={() => take(asked)}>
            {word(asked.key)}
          </Button>
        )}
        <Button autoFocus onClick={close}>
          {t(asked.plan.ok ? 'steps.retire.cancel' : 'steps.retire.close')}
        </Button>
      </div>
    </Dialog>
  );
  const ask: RetirementQuestion['ask'] = (key, title, then) =>
    setAsked({ key, title, then, plan: retired(documents, draft.edition, key) });
  return { ask, dialog };
}

/** What taking something out is called: what was there before is retired, what was added is removed. */
export function useRetireWord(): (key: string) => string {
  const { t } = useLanguage();
  const steps = useSteps();
  return (key) => {
    const state = steps?.byKey.get(key)?.state;
    return t(state === undefined || state === 'added' ? 'steps.retire.remove' : 'steps.retire.retire');
  };
}

function Along({ plan, asked }: { readonly plan: Extract<Retirement, { ok: true }>; readonly asked: string }) {
  const { t, say } = useLanguage();
  const { item, formulas, idle } = plan;
  return (
    <div className="retire">
      {item.key !== asked && <p>{t(`steps.retire.whole.${item.kind}`, { name: say(item.title) })}</p>}
      {item.kind !== 'rule' && <p>{t(item.kind === 'list' ? 'steps.retire.rows' : 'steps.retire.rules')}</p>}
      {formulas.length > 0 && <Titles lead={t('steps.retire.formulas')} titles={formulas.map(say)} />}
      {idle.length > 0 && <Titles lead={t('steps.retire.idle')} titles={idle.map(say)} />}
      <p className="quiet">{t('steps.retire.undo')}</p>
    </div>
  );
}

function Users({ plan }: { readonly plan: Extract<Retirement, { ok: false }> }) {
  const { t, say } = useLanguage();
  return (
    <div className="retire">
      <Titles lead={t('steps.retire.used')} titles={plan.users.map(say)} />
      <p className="quiet">{t('steps.retire.usedHelp')}</p>
    </div>
  );
}

function Titles({ lead, titles }: { readonly lead: string; readonly titles: readonly string[] }) {
  return (
    <>
      <p>{lead}</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </>
  );
}
