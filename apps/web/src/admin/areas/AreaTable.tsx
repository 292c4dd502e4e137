/** Owns the tree of areas as a table that unfolds. */
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { areaTypeTitles } from '@yimen/contracts';
import { Tag } from 'antd';
import { useEffect, useState } from 'react';
import { type AreaNode, codeOn, type Found, pathTo } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import { today } from '../../layout/dates';

export interface AreaTableProps {
  readonly found: Found;
  /** What was searched for, empty for nothing. */
  readonly sought: string;
  readonly onOpen: (id: string) => void;
}

export function AreaTable({ found, sought, onOpen }: AreaTableProps) {
  const { t } = useLanguage();
  const [unfolded, setUnfolded] = useState(() => new Set(found.tops.map(({ area }) => area.id)));
  useEffect(() => {
    if (sought !== '') setUnfolded(new Set(found.unfolded));
  }, [sought, found]);
  const fold = (id: string) =>
    setUnfolded((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <table className="areas-table">
      <caption className="visually-hidden">{t('areas.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('areas.name')}</th>
          <th scope="col">{t('areas.type')}</th>
          <th scope="col">{t('areas.code')}</th>
          <th scope="col">{t('areas.below')}</th>
        </tr>
      </thead>
      <tbody>
        {visible(found.tops, unfolded).map((node) => (
          <AreaRow
            key={node.area.id}
            node={node}
            unfolded={unfolded.has(node.area.id)}
            onFold={() => fold(node.area.id)}
            onOpen={() => onOpen(node.area.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The rows in their order: what is below an area follows it where it is unfolded. */
const visible = (nodes: readonly AreaNode[], unfolded: ReadonlySet<string>): AreaNode[] =>
  nodes.flatMap((node) => [node, ...(unfolded.has(node.area.id) ? visible(node.children ?? [], unfolded) : [])]);

interface AreaRowProps {
  readonly node: AreaNode;
  readonly unfolded: boolean;
  readonly onFold: () => void;
  readonly onOpen: () => void;
}

function AreaRow({ node, unfolded, onFold, onOpen }: AreaRowProps) {
  const { t, say } = useLanguage();
  const { area, below, children } = node;
  const code = codeOn(area, today());
  return (
    <tr>
      <th scope="row">
        <span className={`areas-name areas-depth-${pathTo(node).length}`}>
          {children && (
            <button
              type="button"
              className="areas-fold"
              aria-expanded={unfolded}
              aria-label={t(unfolded ? 'areas.fold' : 'areas.unfold', { name: say(area.name) })}
              onClick={onFold}
            >
              {unfolded ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
            </button>
          )}
          <button type="button" className="text-button" onClick={onOpen}>
            {say(area.name)}
          </button>
          {area.closed && <Tag>{t('areas.closedOn', { date: area.closed })}</Tag>}
        </span>
      </th>
      <td>{say(areaTypeTitles[area.type])}</td>
      <td className="figure">{code ?? <span className="quiet">{t('areas.noCode')}</span>}</td>
      <td className="figure">
        {below > 0 && (
          <>
            <span className="areas-narrow">{t('areas.below')} </span>
            {below}
          </>
        )}
      </td>
    </tr>
  );
}
