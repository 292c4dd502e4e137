/** Owns the control of a question that is answered by an area: a tree that is searched, or unfolded level by level. */
import { CloseCircleFilled } from '@ant-design/icons';
import type { RJSFSchema, WidgetProps } from '@rjsf/utils';
import { useQuery } from '@tanstack/react-query';
import { type AreaLevel, areaLevels, areaLevelTitles } from '@yimen/contracts';
import { Button, TreeSelect } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { pathWords } from '../areas/area-names';
import { type AreaTree, pathTo } from '../areas/area-tree';
import { areaTreeQuery, lowestOf } from '../areas/area-tree-query';
import { useLanguage } from '../language';
import { today } from '../layout/dates';
import { narrowed, type OfferedArea, offeredAreas } from './area-offer';
import { describedBy } from './QuestionFrame';
import './areas.css';

/** The levels that may be answered; all of them where the question names none. */
const levelsOf = (schema: RJSFSchema): readonly AreaLevel[] =>
  (schema as { 'x-area-levels'?: readonly AreaLevel[] })['x-area-levels'] ?? areaLevels;

export default function AreaField({ id, value, onChange, disabled, readonly, rawErrors, schema, label }: WidgetProps) {
  const { t, say } = useLanguage();
  const levels = levelsOf(schema);
  const tree = useQuery(areaTreeQuery(lowestOf(levels)));
  const menu = useMenu(tree.data, levels, value);
  const wrong = Boolean(rawErrors?.length);
  const names = levels.map((level) => say(areaLevelTitles[level]).toLowerCase()).join(t('form.comma'));
  const hint = levels.length === areaLevels.length ? t('form.area') : t('form.areas.pick', { levels: names });
  const choose = (chosen: Chosen | null | undefined) => {
    if (!chosen || menu.allowed.has(chosen.value)) onChange(chosen?.value);
    else menu.unfold(chosen.value);
  };
  return (
    <div className="area-field">
      <TreeSelect<Chosen | null, Node>
        id={id}
        className="pick"
        classNames={{ popup: { root: 'area-popup' } }}
        labelInValue
        // What is announced of a node is its `value`: the way to it in words, while its id is what is chosen.
        fieldNames={{ value: 'id', label: 'title', children: 'children' }}
        treeNodeLabelProp="value"
        treeData={menu.nodes}
        treeExpandedKeys={[...menu.unfolded]}
        onTreeExpand={(keys) => menu.setUnfolded(keys.map(String))}
        listHeight={320}
        allowClear={{ clearIcon: <CloseCircleFilled aria-hidden="true" />, label: t('form.areas.clear') }}
        placeholder={hint}
        value={typeof value === 'string' ? { value, label: nameOf(tree.data, value, t, say) } : null}
        disabled={disabled || readonly}
        loading={tree.isPending}
        status={wrong ? 'error' : ''}
        open={menu.open}
        onOpenChange={menu.setOpen}
        showSearch={{
          searchValue: menu.search,
          onSearch: menu.setSearch,
          filterTreeNode: false,
          treeNodeFilterProp: 'found',
        }}
        notFoundContent={
          <p className="area-none">
            {t(tree.isPending ? 'state.loading' : menu.search ? 'form.areas.noHit' : 'form.areas.none')}
          </p>
        }
        popupRender={(menuDrawn) => (
          <div role="dialog" id={`${id}_list`} aria-label={label}>
            {menuDrawn}
          </div>
        )}
        onChange={choose}
        {...describedBy(id, wrong)}
      />
      {tree.isError && (
        <p className="area-failed" role="alert">
          {t('form.areas.failed')}{' '}
          <Button size="small" onClick={() => void tree.refetch()}>
            {t('state.retry')}
          </Button>
        </p>
      )}
    </div>
  );
}

interface Chosen {
  readonly value: string;
  readonly label: string;
}

type Translate = ReturnType<typeof useLanguage>['t'];
type Say = ReturnType<typeof useLanguage>['say'];

/** An answer in words, also one that is not offered any more. */
function nameOf(tree: AreaTree | undefined, id: string, t: Translate, say: Say): string {
  const node = tree?.nodes.get(id);
  if (!node) return t(tree ? 'form.areas.unknown' : 'state.loading');
  const path = say(pathWords(pathTo(node)));
  return node.area.closed !== null && node.area.closed <= today() ? t('form.areas.closed', { path }) : path;
}

interface Node {
  readonly id: string;
  readonly value: string;
  readonly title: React.ReactNode;
  /** The words that it was found by: the first that was found is at hand, and all stand out. */
  readonly found: string;
  readonly children?: Node[];
}

const nodeOf = ({ id, path, name, hit, allowed, children }: OfferedArea, words: string): Node => ({
  id,
  value: path,
  found: hit ? words : '',
  title: allowed ? name : <span className="area-branch">{name}</span>,
  ...(children ? { children: children.map((each) => nodeOf(each, words)) } : {}),
});

/** What is offered, searched for and unfolded. */
function useMenu(tree: AreaTree | undefined, levels: readonly AreaLevel[], value: unknown) {
  const { language } = useLanguage();
  const [search, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [changed, setUnfolded] = useState<readonly string[]>();
  const staysOpen = useRef(false);
  const asked = levels.join(' ');
  const offered = useMemo(
    () => (tree ? offeredAreas(tree, { levels: asked.split(' ') as AreaLevel[], day: today(), language }) : []),
    [tree, asked, language],
  );
  const left = useMemo(() => narrowed(offered, search), [offered, search]);
  const nodes = useMemo(() => left.areas.map((area) => nodeOf(area, search)), [left, search]);
  const allowed = useMemo(() => new Set(offered.flatMap(allowedIn)), [offered]);
  const way = pathTo(tree?.nodes.get(String(value))).map(({ id }) => id);
  const unfolded = new Set(
    changed ?? (search === '' ? [...topsUnfolded(offered), ...way.slice(0, -1)] : left.unfolded),
  );
  return {
    nodes,
    allowed,
    search,
    open,
    unfolded,
    setUnfolded,
    setSearch: (words: string) => {
      setWords(words);
      setUnfolded(undefined);
    },
    setOpen: (next: boolean) => {
      // A unit that only leads to others was chosen: it unfolds, and the tree stays.
      if (!next && staysOpen.current) staysOpen.current = false;
      else setOpen(next);
    },
    unfold: (id: string) => {
      staysOpen.current = true;
      setUnfolded([...unfolded].includes(id) ? [...unfolded].filter((each) => each !== id) : [...unfolded, id]);
    },
  };
}

/** Where all stand below one unit, nobody has to unfold it. */
const topsUnfolded = (areas: readonly OfferedArea[]): readonly string[] =>
  areas.length === 1 ? areas.map(({ id }) => id) : [];

const allowedIn = ({ id, allowed, children = [] }: OfferedArea): string[] => [
  ...(allowed ? [id] : []),
  ...children.flatMap(allowedIn),
];
