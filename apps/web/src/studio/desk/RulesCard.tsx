/** Owns the rules of one desk: the tables, adding, ordering, and the drawer in which one is edited. */
import { PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo, removedAt, replacedAt, valueAt } from '@yimen/config';
import type { Dictionary, RuleDeclaration } from '@yimen/engine/editing';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { freeId } from '../draft/free-id';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute, useSoughtPlace } from '../draft/place';
import { firstComparison } from '../rules/conditions/operators';
import { DecisionTable, type Disposition } from '../rules/DecisionTable';
import { movedRule } from '../rules/decisions/order';
import { RuleEditor } from '../rules/RuleEditor';

export interface RulesCardProps {
  readonly document: string;
  readonly dictionary: Dictionary;
}

interface DeskContent {
  readonly handedIn?: string;
  readonly dispositions?: Readonly<Record<string, Disposition | undefined>>;
  readonly rules?: readonly RuleDeclaration[];
}

export function RulesCard({ document, dictionary }: RulesCardProps) {
  const { t } = useLanguage();
  const { documents, editable, edition, edit } = useDraft();
  const sought = useSoughtPlace();
  const [opened, setOpened] = useState<string | null>();
  const desk = (documents[document] ?? {}) as DeskContent;
  const rules = listed(desk.rules);
  const wanted = sought?.document === document ? /^\/rules\/(\d+)/u.exec(sought.pointer)?.[1] : undefined;
  const open = opened === undefined ? wanted && rules[Number(wanted)]?.id : opened;
  const index = rules.findIndex(({ id }) => id === open);
  const change = (make: (desk: unknown) => unknown, label?: string) =>
    edit((all) => ({ ...all, [document]: make(all[document]) }), label);
  const add = (event: unknown) => {
    const id = freeId(
      'rule',
      rules.map((rule) => rule.id),
    );
    const reason = { zh: t('desk.newReason', { lng: 'zh' }), en: t('desk.newReason', { lng: 'en' }) };
    const clause = edition?.outline[0]?.id ?? '';
    const first = firstComparison(dictionary);
    const conditions = { all: first ? [first] : [] };
    change((value) => insertedAt(value, '/rules', rules.length, { id, clause, reason, conditions, event }));
    setOpened(id);
  };
  return (
    <section className="card" aria-labelledby="rules" {...placeAttribute({ document, pointer: '/rules' })}>
      <h2 id="rules">{t('desk.rules')}</h2>
      <PlaceIssues document={document} pointer="/rules" />
      <DecisionTable
        rules={rules}
        dispositions={desk.dispositions ?? {}}
        handedIn={desk.handedIn ?? ''}
        dictionary={dictionary}
        readOnly={!editable}
        onOpen={setOpened}
        onMove={(id, to) => change((value) => replacedAt(value, '/rules', movedRule(rules, id, to)))}
        {...(open ? { current: open } : {})}
      />
      {editable && (
        <div className="actions">
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({ type: 'report' })}>
            {t('desk.addDeciding')}
          </Button>
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => add({ type: 'require', params: { papers: { fact: desk.handedIn } } })}
          >
            {t('desk.addRequiring')}
          </Button>
        </div>
      )}
      <RuleDrawer
        document={document}
        pointer={index < 0 ? undefined : pointerTo('', 'rules', index)}
        dictionary={dictionary}
        dispositions={desk.dispositions ?? {}}
        handedIn={desk.handedIn ?? ''}
        onClose={() => setOpened(null)}
        onChange={(pointer, rule) => change((value) => replacedAt(value, pointer, rule), `${document}#${pointer}`)}
        onRemove={(pointer) => {
          change((value) => removedAt(value, pointer));
          setOpened(null);
        }}
      />
    </section>
  );
}

interface RuleDrawerProps extends RulesCardProps {
  readonly pointer: string | undefined;
  readonly dispositions: Readonly<Record<string, Disposition | undefined>>;
  readonly handedIn: string;
  readonly onClose: () => void;
  readonly onChange: (pointer: string, rule: RuleDeclaration) => void;
  readonly onRemove: (pointer: string) => void;
}

/** One rule whole. */
function RuleDrawer(props: RuleDrawerProps) {
  const { document, pointer, dictionary, onClose, onChange, onRemove } = props;
  const { t } = useLanguage();
  const { documents, editable, edition } = useDraft();
  const rule = pointer === undefined ? undefined : (valueAt(documents[document], pointer) as RuleDeclaration);
  const named = [...dictionary.conditions].map(([id, title]) => ({ id, title }));
  return (
    <Drawer
      open={rule !== undefined}
      title={t('desk.rule')}
      mask={false}
      focusable={{ trap: false }}
      aria-modal={false}
      size={720}
      rootClassName="studio-drawer"
      closable={{ 'aria-label': t('desk.close') }}
      destroyOnHidden
      onClose={onClose}
      extra={
        editable &&
        pointer !== undefined && (
          <Button danger onClick={() => onRemove(pointer)}>
            {t('desk.remove')}
          </Button>
        )
      }
    >
      {rule && pointer !== undefined && (
        <div {...placeAttribute({ document, pointer })}>
          <PlaceIssues document={document} pointer={pointer} />
          <RuleEditor
            key={rule.id}
            rule={rule}
            place="desk"
            dispositions={props.dispositions}
            handedIn={props.handedIn}
            dictionary={dictionary}
            clauses={edition?.outline ?? []}
            named={named}
            readOnly={!editable}
            onChange={(next) => onChange(pointer, next)}
          />
        </div>
      )}
    </Drawer>
  );
}
