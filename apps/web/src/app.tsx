/** Owns what every page stands in: providers, routes, language of the components. */
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { useLanguage } from './language';
import { Shell } from './layout/Shell';
import { Failure, Loading } from './layout/states';
import { queryClient } from './server/queries';
import { theme } from './theme';

const page = (load: () => Promise<{ Page: React.ComponentType }>) => async () => ({ Component: (await load()).Page });

const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <Failure error={undefined} />,
    HydrateFallback: Loading,
    children: [
      { index: true, lazy: page(() => import('./home/HomePage')) },
      { path: 'window/:authority/:subject/:year', lazy: page(() => import('./window/WindowPage')) },
      { path: 'acceptance/:authority/:subject/:year', lazy: page(() => import('./acceptance/AcceptancePage')) },
      { path: 'records', lazy: page(() => import('./records/RecordsPage')) },
      { path: 'records/:id', lazy: page(() => import('./records/RecordPage')) },
      { path: 'areas', lazy: page(() => import('./admin/areas/AreasPage')) },
      { path: 'accounts', lazy: page(() => import('./admin/AccountsPage')) },
      { path: 'welcome', lazy: page(() => import('./identity/WelcomePage')) },
      { path: '*', lazy: page(() => import('./layout/NotFoundPage')) },
    ],
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
