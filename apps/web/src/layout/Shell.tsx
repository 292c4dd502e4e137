/** Owns the frame of all pages: name, navigation, language. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { setLanguage, useLanguage } from '../language';
import './layout.css';

export function Shell() {
  const { t, language } = useLanguage();
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
            <NavLink to="/" end>
              {t('nav.home')}
            </NavLink>
            <NavLink to="/records">{t('nav.records')}</NavLink>
          </nav>
          <Button
            type="text"
            className="language"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t('nav.otherLanguage')}
          </Button>
        </div>
        {loading && <div className="top-loading" role="progressbar" aria-label={t('state.loading')} />}
      </header>
      <main id="main">
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}
