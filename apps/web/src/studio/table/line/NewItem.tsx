/** Owns adding an item to how a line is scored: it is put in when it is complete. */
import {
  addItem,
  initialParams,
  type MethodContext,
  type MethodId,
  type MethodParams,
  methods,
  problemsOf,
  sentenceOf,
} from '@yimen/engine/editing';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import type { LinePart } from '../parts';
import { MethodForm } from './MethodForm';
import { MethodSelect } from './MethodSelect';

export interface NewItemProps {
  readonly part: LinePart;
  readonly context: MethodContext;
  readonly onClose: () => void;
}

interface Wanted {
  readonly method: MethodId;
  readonly params: MethodParams;
}

export function NewItem({ part, context, onClose }: NewItemProps) {
  const { t, say } = useLanguage();
  const { edition, edit } = useDraft();
  const [wanted, setWanted] = useState<Wanted>();
  const [tried, setTried] = useState(false);
  const problems = wanted ? problemsOf(wanted, context) : [];
  const take = () => {
    setTried(true);
    if (!wanted || problems.length > 0) return;
    edit((all) => {
      const edited = edition && addItem(all, edition, part.id, wanted);
      return edited?.ok ? edited.documents : all;
    });
    onClose();
  };
  return (
    <div className="method-item method-new">
      <div className="method-head">
        <MethodSelect
          label={t('table.method.which')}
          value={wanted?.method}
          onChange={(method) => setWanted({ method, params: initialParams(method) })}
        />
      </div>
      {wanted && (
        <>
          <p className="quiet">{explanation(wanted.method, say)}</p>
          <MethodForm
            {...wanted}
            problems={tried ? problems : []}
            context={context}
            readOnly={false}
            onChange={(name, value) => setWanted({ ...wanted, params: { ...wanted.params, [name]: value } })}
          />
          <p className="method-sentence" aria-live="polite">
            {say(sentenceOf({ ...wanted, rules: [] }, context))}
          </p>
        </>
      )}
      <div className="actions">
        <Button type="primary" disabled={!wanted} onClick={take}>
          {t('table.method.take')}
        </Button>
        <Button onClick={onClose}>{t('table.cancel')}</Button>
      </div>
    </div>
  );
}

const explanation = (id: MethodId, say: ReturnType<typeof useLanguage>['say']): string => {
  const found = methods.get(id)?.explanation;
  return found ? say(found) : '';
};
