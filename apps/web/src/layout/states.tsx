/** Owns what a page shows when it has nothing to show yet, nothing at all, or a failure. */
import { CloudServerOutlined, InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';

export function Loading() {
  const { t } = useLanguage();
  return (
    <div className="state" aria-busy="true" role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      <div aria-hidden="true">
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    </div>
  );
}

interface MessageProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** Whether it stands under a heading of its page. */
  readonly within?: boolean;
  readonly children?: ReactNode;
}

export function Message({ icon, title, within = false, children }: MessageProps) {
  const Heading = within ? 'h2' : 'h1';
  return (
    <div className="state state-message">
      <span className="state-icon" aria-hidden="true">
        {icon}
      </span>
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Message icon={<InboxOutlined />} title={title} within>
      {children}
    </Message>
  );
}

/** What is not for the roles of who is signed in. */
export function NotAllowed({ within = false }: { readonly within?: boolean }) {
  const { t } = useLanguage();
  return (
    <Message icon={<LockOutlined />} title={t('state.notAllowed')} within={within}>
      <p>{t('state.notAllowedHelp')}</p>
      <Link to="/">{t('state.home')}</Link>
    </Message>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly within?: boolean;
}

/** A failure in plain words; an unreachable server can be asked again. */
export function Failure({ error, retry, within = false }: FailureProps) {
  const { t } = useLanguage();
  const status = error instanceof ProblemError ? error.status : undefined;
  if (status === 403) return <NotAllowed within={within} />;
  if (status === 0 || (status !== undefined && status >= 500)) {
    return (
      <Message icon={<CloudServerOutlined />} title={t('state.unreachable')} within={within}>
        <p>{t('state.unreachableHelp')}</p>
        <Button type="primary" onClick={retry ?? (() => location.reload())}>
          {t('state.retry')}
        </Button>
      </Message>
    );
  }
  return (
    <Message
      icon={<WarningOutlined />}
      title={status === 404 ? t('state.notFound') : t('state.failed')}
      within={within}
    >
      <p>{error instanceof ProblemError && error.problem.detail}</p>
      <Link to="/">{t('state.home')}</Link>
    </Message>
  );
}
