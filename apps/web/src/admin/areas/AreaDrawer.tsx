/** Owns one area at the side: what it is, its codes, what happened to it, and what can be done with it. */
import { useQuery } from '@tanstack/react-query';
import { type AreaDetail, areaTypeTitles } from '@yimen/contracts';
import { Drawer } from 'antd';
import { useState } from 'react';
import { type AreaTree, codeOn, pathTo } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import { today } from '../../layout/dates';
import { Failure, Loading } from '../../layout/states';
import type { Tagged } from '../../server/client';
import { AreaActions } from './AreaActions';
import { AreaHistory } from './AreaHistory';
import { areaNowQuery, useMayEdit } from './areas';

export interface AreaDrawerProps {
  readonly id: string;
  readonly tree: AreaTree;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function AreaDrawer({ id, tree, onOpen, onClose }: AreaDrawerProps) {
  const { t, say } = useLanguage();
  const known = tree.nodes.get(id)?.area;
  const now = useQuery(areaNowQuery(id));
  const name = now.data?.value.name ?? known?.name;
  return (
    <Drawer
      open
      mask={false}
      focusable={{ trap: false }}
      aria-modal={false}
      size={560}
      rootClassName="areas-drawer"
      title={<h2 className="areas-title">{name ? say(name) : t('areas.one')}</h2>}
      closable={{ 'aria-label': t('areas.close') }}
      onClose={onClose}
    >
      {now.isPending && <Loading />}
      {now.isError && <Failure error={now.error} retry={now.refetch} within />}
      {now.isSuccess && <AreaContent now={now.data} tree={tree} onOpen={onOpen} reload={() => now.refetch()} />}
    </Drawer>
  );
}

interface AreaContentProps {
  readonly now: Tagged<AreaDetail>;
  readonly tree: AreaTree;
  readonly onOpen: (id: string) => void;
  readonly reload: () => Promise<unknown>;
}

function AreaContent({ now, tree, onOpen, reload }: AreaContentProps) {
  const { t } = useLanguage();
  const mayEdit = useMayEdit(tree);
  const [saved, setSaved] = useState(false);
  const { value: area } = now;
  return (
    <div className="areas-one">
      {saved && (
        <p className="note note-good" role="status">
          {t('areas.saved')}
        </p>
      )}
      {mayEdit(area.id) && area.closed === null && (
        <AreaActions
          now={now}
          tree={tree}
          reload={reload}
          onStart={() => setSaved(false)}
          onSaved={() => setSaved(true)}
        />
      )}
      <AreaFacts area={area} tree={tree} onOpen={onOpen} />
      {area.codes.length > 0 && <AreaCodes area={area} />}
      <AreaHistory area={area} tree={tree} />
    </div>
  );
}

type AreaFactsProps = Omit<AreaContentProps, 'now' | 'reload'> & { readonly area: AreaDetail };

function AreaFacts({ area, tree, onOpen }: AreaFactsProps) {
  const { t, say, language } = useLanguage();
  const node = tree.nodes.get(area.id);
  const above = pathTo(node).slice(0, -1);
  const into = area.mergedInto === null ? undefined : tree.nodes.get(area.mergedInto)?.area;
  const facts: [string, React.ReactNode][] = [
    [t('areas.type'), say(areaTypeTitles[area.type])],
    [
      t('areas.belongsTo'),
      above.map((each) => (
        <button key={each.id} type="button" className="text-button" onClick={() => onOpen(each.id)}>
          {say(each.name)}
        </button>
      )),
    ],
    [t('areas.code'), codeOn(area, today()) ?? t('areas.noCode')],
    [t('areas.below'), t('areas.count', { count: node?.below ?? 0 })],
    [t('areas.opened'), area.opened],
    [t('areas.closed'), area.closed],
    [t('areas.mergedInto'), into && say(into.name)],
    [
      t('areas.otherName'),
      <span key="name" lang="">
        {area.name[language === 'zh' ? 'en' : 'zh']}
      </span>,
    ],
  ];
  return (
    <dl className="areas-facts">
      {facts
        .filter(([, fact]) => fact && !(Array.isArray(fact) && fact.length === 0))
        .map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

function AreaCodes({ area: { codes } }: { readonly area: AreaDetail }) {
  const { t } = useLanguage();
  const span = (from: string | null, until: string | null): string =>
    t(`areas.span.${from ? 'from' : 'ever'}${until ? 'Until' : 'On'}`, { from, until });
  return (
    <section>
      <h3>{t('areas.codes')}</h3>
      <ul className="areas-list">
        {codes.map(({ code, from, until }) => (
          <li key={`${code} ${from}`}>
            <b className="figure">{code}</b> <span className="quiet">{span(from, until)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
