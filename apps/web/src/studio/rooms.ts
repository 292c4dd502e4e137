/** Owns which parts a draft has, each loaded when it is opened. */
import type { RouteObject } from 'react-router';

const room = (path: string, load: () => Promise<{ Room: React.ComponentType }>): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).Room }),
});

export const draftRooms: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./draft/FirstRoom')).FirstRoom }) },
  room('year', () => import('./year/YearRoom')),
  room('table', () => import('./table/TableRoom')),
  room('desk', () => import('./desk/DeskRoom')),
  room('forms', () => import('./forms/FormsRoom')),
  room('lists', () => import('./lists/ListsRoom')),
  room('formulas', () => import('./formulas/FormulasRoom')),
  room('basics', () => import('./basics/BasicsRoom')),
  room('calendar', () => import('./basics/CalendarRoom')),
  room('cases', () => import('./proof/CasesRoom')),
  room('checks', () => import('./proof/ChecksRoom')),
  room('impact', () => import('./impact/ImpactRoom')),
  room('review', () => import('./review/ReviewRoom')),
];
