/** Owns the table of a standard: merged cells of categories and indicators beside their lines, as the notice has it. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { CategoryRows } from './CategoryRows';
import { GoneCategories } from './GoneRows';
import { useTable } from './table-context';
import { sumOf } from './totals';

export const columns = ['category', 'indicator', 'line', 'points', 'standard', 'method', 'clause'] as const;

export function StandardTable() {
  const { t, say } = useLanguage();
  const { draft, edition, documents, editable } = useDraft();
  const { categories, add } = useTable();
  const { document } = manifestOf(draft.edition, documents);
  return (
    <>
      <table className="standard-table">
        <caption className="visually-hidden">{say(edition?.title ?? draft.title)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`standard-${column}`}>
                {t(`table.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {categories.map((category, place) => (
          <CategoryRows
            key={category.key}
            category={category}
            first={place === 0}
            last={place === categories.length - 1}
          />
        ))}
        <GoneCategories />
        <Total />
      </table>
      <div {...placeAttribute({ document, pointer: '/categories' })}>
        <PlaceIssues document={document} pointer="/categories" />
      </div>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({ kind: 'category' })}>
          {t('table.add.category')}
        </Button>
      )}
    </>
  );
}

/** What the categories add up to, and what they should. */
function Total() {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const { categories } = useTable();
  const manifest = manifestOf(draft.edition, documents);
  const points = manifest.value.points ?? 0;
  const sum = sumOf(categories);
  return (
    <tfoot>
      <tr {...placeAttribute({ document: manifest.document, pointer: '/points' })}>
        <th scope="row" colSpan={3}>
          {t('table.total')}
        </th>
        <td colSpan={4} className={sum === points ? 'total-fits' : 'total-misfits'} role="status">
          {sum === points ? t('table.points', { points }) : t('table.misfit', { sum, points })}
        </td>
      </tr>
    </tfoot>
  );
}
