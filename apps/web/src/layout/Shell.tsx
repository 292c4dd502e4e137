/** Owns the frame of all pages: name, navigation, language. */
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@yimen/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { AccountMenu } from '../identity/AccountMenu';
import { sessionQuery, useAccount, useMay } from '../identity/session';
import { setLanguage, useLanguage } from '../language';
import { Failure, Loading } from './states';
import './layout.css';

/** Who is signed in already needs no door. */
const ExpiredPassword = lazy(async () => ({
  default: (await import('../identity/ExpiredPassword')).ExpiredPassword,
}));
const SignIn = lazy(async () => ({ default: (await import('../identity/SignIn')).SignIn }));

/** Pages that need nobody signed in. */
const OPEN = /^\/welcome$/u;

/** The page, or the door before it. What is on screen stays behind the door for who comes back to it. */
function Inside({ open }: { readonly open: boolean }) {
  const session = useQuery(sessionQuery());
  if (open) return <Outlet />;
  if (!session.data) return session.isError ? <Failure error={session.error} retry={session.refetch} /> : <Loading />;
  const { account, ended, passwordExpired } = session.data;
  const barred = !account || ended || passwordExpired;
  return (
    <>
      {barred && <Suspense fallback={<Loading />}>{account && !ended ? <ExpiredPassword /> : <SignIn />}</Suspense>}
      {account && (!passwordExpired || ended) && (
        <div key={account.id} hidden={ended} inert={ended}>
          <Outlet />
        </div>
      )}
    </>
  );
}

export function Shell() {
  const { t, language } = useLanguage();
  const account = useAccount();
  const { ended = false } = useQuery(sessionQuery()).data ?? {};
  const permitted = useMay();
  const may = (permission: Permission): boolean => !ended && permitted(permission);
  const open = OPEN.test(useLocation().pathname);
  const loading = useNavigation().state === 'loading';
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = t('product.title');
  }, [language, t]);
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <NavLink className="brand" to="/">
            <img src="/icon.svg" alt="" width="28" height="28" />
            <span>{t('product.name')}</span>
            <small>{t('product.tagline')}</small>
          </NavLink>
          <nav aria-label={t('nav.label')}>
            {account && !ended && (
              <NavLink to="/" end>
                {t('nav.home')}
              </NavLink>
            )}
            {may('read-records') && <NavLink to="/records">{t('nav.records')}</NavLink>}
            {may('read-drafts') && <NavLink to="/studio">{t('nav.studio')}</NavLink>}
            {may('edit-areas') && <NavLink to="/areas">{t('nav.areas')}</NavLink>}
            {may('manage-accounts') && <NavLink to="/accounts">{t('nav.accounts')}</NavLink>}
            {may('read-audit') && <NavLink to="/audit">{t('nav.audit')}</NavLink>}
          </nav>
          {!ended && <AccountMenu />}
          <Button
            type="text"
            className="language"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t('nav.otherLanguage')}
          </Button>
        </div>
        {loading && <div className="top-loading" role="progressbar" aria-label={t('state.loading')} />}
      </header>
      <main id="main">
        <Inside open={open} />
      </main>
      <ScrollRestoration />
    </>
  );
}
