/** Owns what every page stands in: providers, routes, language of the components. */
import { QueryClientProvider } from '@tanstack/react-query';
import type { Permission } from '@yimen/contracts';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createBrowserRouter, type RouteObject, RouterProvider, useRouteError } from 'react-router';
import { Allowed } from './identity/Allowed';
import { useLanguage } from './language';
import { Shell } from './layout/Shell';
import { Failure, Loading } from './layout/states';
import { ProblemError } from './server/client';
import { queryClient } from './server/queries';
import { draftRooms } from './studio/rooms';
import { theme } from './theme';

/** A page, loaded when it is opened; where it needs a permission, others are told so. */
const page = (load: () => Promise<{ Page: React.ComponentType }>, needs?: Permission) => async () => {
  const { Page } = await load().catch(() => {
    throw new ProblemError(0, {});
  });
  if (!needs) return { Component: Page };
  const Guarded = () => (
    <Allowed needs={needs}>
      <Page />
    </Allowed>
  );
  return { Component: Guarded };
};

/** Every page at its address. */
const pages = (): RouteObject[] => [
  { index: true, lazy: page(() => import('./home/HomePage')) },
  { path: 'window/:authority/:subject/:year', lazy: page(() => import('./window/WindowPage'), 'take-matters') },
  {
    path: 'acceptance/:authority/:subject/:year',
    lazy: page(() => import('./acceptance/AcceptancePage'), 'fill-sheets'),
  },
  { path: 'records', lazy: page(() => import('./records/RecordsPage'), 'read-records') },
  { path: 'records/:id', lazy: page(() => import('./records/RecordPage'), 'read-records') },
  { path: 'records/:id/correction', lazy: page(() => import('./records/CorrectionPage'), 'store-records') },
  { path: 'areas', lazy: page(() => import('./admin/areas/AreasPage'), 'read-areas') },
  { path: 'accounts', lazy: page(() => import('./admin/AccountsPage'), 'manage-accounts') },
  { path: 'audit', lazy: page(() => import('./oversight/AuditPage'), 'read-audit') },
  { path: 'studio', lazy: page(() => import('./studio/editions/OverviewPage'), 'read-drafts') },
  {
    path: 'studio/editions/:authority/:subject/:year',
    lazy: page(() => import('./studio/editions/HistoryPage'), 'read-drafts'),
  },
  {
    path: 'studio/drafts/:id',
    lazy: page(() => import('./studio/draft/DraftPage'), 'read-drafts'),
    children: draftRooms,
  },
  { path: 'account', lazy: page(() => import('./identity/AccountPage')) },
  { path: 'welcome', lazy: page(() => import('./identity/WelcomePage')) },
  { path: '*', lazy: page(() => import('./layout/NotFoundPage')) },
];

/** In place of a page that could not be loaded, or that failed. */
function Broken() {
  return <Failure error={useRouteError()} />;
}

const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <Broken />,
    HydrateFallback: Loading,
    children: [{ errorElement: <Broken />, children: pages() }],
  },
]);

/** What the page's policy lets style tags in by. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export function App() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
