import { useQueryClient } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { auth } from '@/shared/session/allauth';
import { AuthPage } from './AuthPage';
import { nextStep, safeNext } from './nextStep';

/** Asked once after a second factor, where the platform offers to remember the browser. */
export function TrustBrowserPage() {
  const { t } = useTranslation('accounts');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();

  async function answer(trust: boolean) {
    const result = await auth('POST', '/auth/2fa/trust', { trust });
    queries.clear();
    await navigate(nextStep(result, safeNext(params.get('next'))) ?? '/login', { replace: true });
  }

  return (
    <AuthPage title={t('mfa.title')} intro={t('mfa.trustText')}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Button type="primary" block onClick={() => void answer(true)}>
          {t('mfa.trust')}
        </Button>
        <Button block onClick={() => void answer(false)}>
          {t('mfa.dontTrust')}
        </Button>
      </Space>
    </AuthPage>
  );
}
