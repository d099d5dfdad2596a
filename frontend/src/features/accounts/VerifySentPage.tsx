import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { auth } from '@/shared/session/allauth';
import { AuthPage } from './AuthPage';

/** After sign-up, and after a login with an address that is not confirmed yet. */
export function VerifySentPage() {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const { state } = useLocation() as { state: { email?: string } | null };

  async function resend() {
    const answer = await auth('POST', '/auth/email/verify/resend');
    if (answer.status === 200) void message.success(t('verify.resent'));
    else void message.warning(t(answer.status === 429 || answer.status === 403 ? 'error.rate_limited' : 'error.conflict'));
  }

  return (
    <AuthPage
      title={t('verify.sentTitle')}
      intro={state?.email ? t('verify.sentText', { email: state.email }) : t('verify.sentTextUnknown')}
      footer={<Link to="/login">{t('verify.toLogin')}</Link>}
    >
      <Button block onClick={() => void resend()}>
        {t('verify.resend')}
      </Button>
    </AuthPage>
  );
}
