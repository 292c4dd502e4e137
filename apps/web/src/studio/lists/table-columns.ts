/** Owns the columns of a list's table: what every row says, then what this list adds. */
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import type { TableColumn } from './cells';
import type { WrittenList } from './written-list';

export function useTableColumns({ columns }: Pick<WrittenList, 'columns'>): TableColumn[] {
  const { t } = useLanguage();
  return useMemo(() => {
    const words = (key: string) => ({
      zh: t(`studioLists.${key}`, { lng: 'zh' }),
      en: t(`studioLists.${key}`, { lng: 'en' }),
    });
    const own = columns.map(({ id, title, type, list }) => ({
      key: { column: id },
      title,
      type,
      ...(list === undefined ? {} : { list }),
    }));
    return [
      { key: 'zh', title: words('title'), type: 'text' },
      { key: 'en', title: words('english'), type: 'text' },
      { key: 'required', title: words('required'), type: 'boolean' },
      ...own,
    ];
  }, [columns, t]);
}
