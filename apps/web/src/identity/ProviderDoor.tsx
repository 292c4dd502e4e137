/** Owns the way in through the identity provider, and saying why it led nowhere. */
import { useQuery } from '@tanstack/react-query';
import { type SignInProblem, signInProblems } from '@yimen/contracts';
import { Button, Divider } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useLanguage } from '../language';
import { sessionQuery } from './session';

/** The provider as people call it. */
function useProviderName(): string {
  const { t, say } = useLanguage();
  const provider = useQuery(sessionQuery()).data?.provider;
  return provider ? say(provider.name) : t('identity.provider.name');
}

export function ProviderDoor() {
  const { t } = useLanguage();
  const { pathname, search } = useLocation();
  const provider = useQuery(sessionQuery()).data?.provider;
  const name = useProviderName();
  if (!provider) return null;
  return (
    <div className="door-provider">
      <Divider plain>{t('identity.provider.or')}</Divider>
      <Button block href={`${provider.address}?${new URLSearchParams({ page: pathname + search })}`}>
        {t('identity.provider.enter', { name })}
      </Button>
    </div>
  );
}

/** What the server wrote into the address, once: it is gone from there when the page is loaded again. */
export function ProviderProblem() {
  const { t } = useLanguage();
  const name = useProviderName();
  const [params, setParams] = useSearchParams();
  const [problem] = useState(() => params.get('problem'));
  useEffect(() => {
    if (!params.has('problem')) return;
    const rest = new URLSearchParams(params);
    rest.delete('problem');
    setParams(rest, { replace: true });
  }, [params, setParams]);
  if (!isProblem(problem)) return null;
  return (
    <p className="note note-bad" role="alert">
      {t(`identity.provider.problem.${problem}`, { name })}
    </p>
  );
}

const isProblem = (text: string | null): text is SignInProblem => signInProblems.some((each) => each === text);
