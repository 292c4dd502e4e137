/** Owns the grades of a standard: full marks, and the totals that each grade covers. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo, removedAt } from '@yimen/config';
import { Button, Select } from 'antd';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { listed, manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { LocalizedField, NumberField } from '../draft/fields';
import { freeId } from '../draft/free-id';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { useValue } from '../draft/use-value';

export function GradeTable() {
  const { t, say } = useLanguage();
  const { draft, documents, editable, edit } = useDraft();
  const { document, value } = manifestOf(draft.edition, documents);
  const bands = listed(value.bands);
  const change = (make: (manifest: unknown) => unknown) => edit((all) => ({ ...all, [document]: make(all[document]) }));
  const add = () => {
    const id = freeId(
      'grade',
      bands.map((band) => band.id),
    );
    const title = { zh: t('basics.newGrade', { lng: 'zh' }), en: t('basics.newGrade', { lng: 'en' }) };
    change((manifest) => insertedAt(manifest, '/bands', bands.length, { id, title, above: 0, upTo: 0 }));
  };
  return (
    <section className="card" aria-labelledby="grades" {...placeAttribute({ document, pointer: '/bands' })}>
      <h2 id="grades">{t('basics.grades')}</h2>
      <p className="quiet">{t('basics.gradesHelp')}</p>
      <NumberField document={document} pointer="/points" label={t('basics.points')} min={1} />
      <ul className="grades">
        {bands.map((band, index) => {
          const pointer = pointerTo('', 'bands', index);
          const name = say({ zh: band.title?.zh ?? '', en: band.title?.en ?? band.title?.zh ?? '' });
          return (
            <li key={band.id} {...placeAttribute({ document, pointer })}>
              <LocalizedField document={document} pointer={`${pointer}/title`} label={t('basics.grade')} />
              <Bound document={document} pointer={pointer} name={name} side="lower" />
              <Bound document={document} pointer={pointer} name={name} side="upper" />
              {editable && (
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('basics.removeGrade', { name })}
                  onClick={() => change((manifest) => removedAt(manifest, pointer))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <PlaceIssues document={document} pointer="/bands" />
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('basics.addGrade')}
        </Button>
      )}
    </section>
  );
}

interface BoundProps {
  readonly document: string;
  readonly pointer: string;
  readonly name: string;
  readonly side: 'lower' | 'upper';
}

/** The names of an end in the document, the one that belongs to the grade first. */
const ends = { lower: ['from', 'above'], upper: ['upTo', 'below'] } as const;

/** One end of a grade: its number, and whether that belongs to it. */
function Bound({ document, pointer, name, side }: BoundProps) {
  const { t } = useLanguage();
  const { value, editable, change } = useValue({ document, pointer });
  const band = (value ?? {}) as Readonly<Record<string, unknown>>;
  const [within, beyond] = ends[side];
  const kind = within in band ? within : beyond;
  const number = band[kind];
  const put = (next: string, to: unknown) => {
    const { [within]: _, [beyond]: __, ...rest } = band;
    change({ ...rest, [next]: to });
  };
  return (
    <div className="grade-bound">
      <span className="draft-field-label">{t(`basics.${side}`)}</span>
      <div>
        <Select
          aria-label={t(`basics.${side}Kind`, { name })}
          value={kind}
          disabled={!editable}
          options={[within, beyond].map((each) => ({ value: each, label: t(`basics.${each}`) }))}
          onChange={(next: string) => put(next, number)}
        />
        <NumberInput
          aria-label={`${name} ${t(`basics.${side}`)}`}
          value={typeof number === 'number' ? number : null}
          readOnly={!editable}
          min={0}
          onChange={(next) => next !== null && put(kind, Number(next))}
        />
      </div>
    </div>
  );
}
