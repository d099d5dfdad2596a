import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { Failure, Loading } from '@/shared/ui/States';
import { AuthPage } from './AuthPage';
import { nextStep, takeNext } from './nextStep';

interface KeyInfo {
  email: string;
}

/**
 * The link in the mail leads here; a button confirms, so that mail scanners which open every link confirm nothing.
 */
export function VerifyEmailPage() {
  const { t } = useTranslation('accounts');
  const { key = '' } = useParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const info = useQuery({
    queryKey: ['verify', key],
    queryFn: () => auth<KeyInfo>('GET', '/auth/email/verify', undefined, { 'X-Email-Verification-Key': key }),
  });

  async function confirm() {
    const answer = await auth('POST', '/auth/email/verify', { key });
    if (answer.status !== 200 && answer.status !== 401) return setProblem([t('error.token_invalid')]);
    void message.success(t('verify.done'));
    queries.clear();
    const next = takeNext();
    const login = next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`;
    return navigate(nextStep(answer, next) ?? login, { replace: true });
  }

  const footer = <Link to="/login">{t('verify.toLogin')}</Link>;
  if (info.isPending) return <Loading />;
  if (info.isError) return <Failure error={info.error} onRetry={() => void info.refetch()} />;
  if (info.data.status !== 200) return <AuthPage title={t('verify.title')} intro={t('error.token_invalid')} footer={footer} />;
  return (
    <AuthPage title={t('verify.title')} intro={t('verify.text', { email: info.data.data?.email ?? '' })} footer={footer}>
      <FormErrors messages={problem} />
      <Button type="primary" block onClick={() => void confirm()}>
        {t('verify.submit')}
      </Button>
    </AuthPage>
  );
}
