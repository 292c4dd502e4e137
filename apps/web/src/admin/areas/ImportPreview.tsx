/** Owns showing what a table would change, row by row. */
import type { AreaImport } from '@yimen/contracts';
import { Tag } from 'antd';
import '../../exchange/exchange.css';
import type { AreaTree } from '../../areas/area-tree';
import { useLanguage } from '../../language';

/** More rows than anybody reads. */
const MOST_ROWS = 200;

export interface ImportPreviewProps {
  readonly told: AreaImport;
  readonly tree: AreaTree | undefined;
}

export function ImportPreview({ told: { changes, same }, tree }: ImportPreviewProps) {
  const { t, say } = useLanguage();
  const created = changes.filter(({ kind }) => kind === 'created').length;
  const counts = { created, changed: changes.length - created, same };
  const was = (id: string): string | undefined => {
    const name = tree?.nodes.get(id)?.area.name;
    return name && say(name);
  };
  return (
    <div role="status">
      <p>{t(changes.length > 0 ? 'areas.importing.would' : 'areas.importing.nothing', counts)}</p>
      <ul className="file-issues">
        {changes.slice(0, MOST_ROWS).map(({ id, name, kind, line }) => (
          <li key={id}>
            <span className="file-place">{t('file.row', { row: line })}</span>
            <Tag>{t(`areas.kind.${kind}`)}</Tag> {was(id) !== undefined && was(id) !== say(name) && `${was(id)} → `}
            {say(name)}
          </li>
        ))}
      </ul>
      {changes.length > MOST_ROWS && <p>{t('file.more', { count: changes.length - MOST_ROWS })}</p>}
    </div>
  );
}
