/** Owns one clause of the source: as a line to read, and as fields once it is opened. */
import { DeleteOutlined } from '@ant-design/icons';
import { removedAt, valueAt } from '@yimen/config';
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField, TextField } from '../draft/fields';
import { PlaceIssues } from '../draft/PlaceIssues';
import { type Place, placeAttribute } from '../draft/place';

export interface ClauseRowProps extends Place {
  /** How often it is cited. */
  readonly cited: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

interface Clause {
  readonly id?: string;
  readonly summary?: { readonly zh?: string; readonly en?: string };
  readonly none?: { readonly zh?: string; readonly en?: string };
}

export function ClauseRow({ document, pointer, cited, open, onOpen }: ClauseRowProps) {
  const { t, language } = useLanguage();
  const { documents, editable } = useDraft();
  const { id = '', summary, none } = (valueAt(documents[document], pointer) ?? {}) as Clause;
  const said = (text: Clause['none']) => text?.[language] ?? text?.zh ?? '';
  if (open) return <ClauseFields document={document} pointer={pointer} cited={cited} onDone={() => onOpen(false)} />;
  return (
    <li {...placeAttribute({ document, pointer })}>
      <b lang="">{id}</b>
      <span>
        {said(summary)}
        <PlaceIssues document={document} pointer={pointer} />
      </span>
      <span className={cited > 0 || none ? 'quiet' : 'clause-free'}>
        {cited > 0 && t('basics.citedCount', { count: cited })}
        {cited === 0 && (none ? t('basics.noneNeeded', { why: said(none) }) : t('basics.notCited'))}
      </span>
      {editable && (
        <Button size="small" aria-label={t('basics.edit', { name: id })} onClick={() => onOpen(true)}>
          {t('basics.change')}
        </Button>
      )}
    </li>
  );
}

interface ClauseFieldsProps extends Place {
  readonly cited: number;
  readonly onDone: () => void;
}

function ClauseFields({ document, pointer, cited, onDone }: ClauseFieldsProps) {
  const { t } = useLanguage();
  const { documents, edit } = useDraft();
  const { id = '' } = (valueAt(documents[document], pointer) ?? {}) as Clause;
  const remove = () => {
    edit((all) => ({ ...all, [document]: removedAt(all[document], pointer) }));
    onDone();
  };
  return (
    <li className="clause-open" {...placeAttribute({ document, pointer })}>
      <div className="draft-fields">
        <TextField document={document} pointer={`${pointer}/id`} label={t('basics.clause')} />
        <LocalizedField document={document} pointer={`${pointer}/summary`} label={t('basics.summary')} />
        <LocalizedField document={document} pointer={`${pointer}/none`} label={t('basics.none')} optional />
      </div>
      <div className="actions">
        <Button onClick={onDone}>{t('basics.done')}</Button>
        {cited === 0 && (
          <Button icon={<DeleteOutlined aria-hidden="true" />} onClick={remove}>
            {t('basics.removeClause', { name: id })}
          </Button>
        )}
      </div>
    </li>
  );
}
