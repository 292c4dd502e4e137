/** Owns a rule that fits no method: shown as a sentence, and edited as a rule. */
import { type MethodContext, type MethodItem, type RuleDeclaration, replaceItem } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import { RuleEditor } from '../../rules/RuleEditor';
import { clausesIn } from '../edits';
import type { LinePart } from '../parts';
import { namedIn } from './named';

export interface HandWrittenProps {
  readonly part: LinePart;
  readonly item: MethodItem;
  readonly index: number;
  readonly context: MethodContext;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

export function HandWritten({ part, item, index, context, open, onOpen }: HandWrittenProps) {
  const { t } = useLanguage();
  const { documents, edition, editable, edit } = useDraft();
  const clauses = useMemo(() => clausesIn(documents), [documents]);
  const { dictionary } = context;
  const [rule] = item.rules;
  const change = (next: RuleDeclaration) =>
    edit((all) => {
      const edited =
        edition && replaceItem(all, edition, part.id, index, { method: 'hand-written', params: {}, rules: [next] });
      return edited?.ok ? edited.documents : all;
    }, `rule ${part.key} ${index}`);
  return (
    <>
      <div className="hand-written">
        <p className="quiet">{t('table.method.ownHelp')}</p>
        <Button size="small" aria-expanded={open} onClick={() => onOpen(!open)}>
          {t(open ? 'table.method.closeOwn' : editable ? 'table.method.editOwn' : 'table.method.showOwn')}
        </Button>
      </div>
      {open && rule && (
        <RuleEditor
          rule={rule}
          place="line"
          points={part.points}
          dictionary={dictionary}
          lists={dictionary.lists}
          clauses={clauses}
          named={namedIn(dictionary)}
          readOnly={!editable}
          onChange={change}
        />
      )}
    </>
  );
}
