import KeyOutlined from '@ant-design/icons/es/icons/KeyOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth, isSignedIn, readSession, type AuthAnswer } from '@/shared/session/allauth';
import { Failure, Loading } from '@/shared/ui/States';
import { AuthPage } from './AuthPage';
import { nextStep, safeNext } from './nextStep';
import { passkeysWork, secondFactorWithPasskey } from '@/shared/session/passkey';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';
import styles from './auth.module.css';

interface Values {
  code: string;
}

/** The second step of a login: a code, a recovery code, or a passkey. */
export function SecondFactorPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const [form] = Form.useForm<Values>();
  const [params] = useSearchParams();
  const next = safeNext(params.get('next'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const session = useQuery({ queryKey: ['session', 'pending'], queryFn: readSession, gcTime: 0 });

  function proceed(answer: AuthAnswer) {
    const to = nextStep(answer, next);
    if (!to) return setProblem([t('error.conflict')]);
    queries.clear();
    return void navigate(to, { replace: true });
  }

  const { submit, busy, general } = useAuthSubmit(form, ({ code }) => auth('POST', '/auth/2fa/authenticate', { code: code.replace(/\s/g, '') }), proceed);

  async function byPasskey() {
    setProblem([]);
    const answer = await secondFactorWithPasskey();
    if (answer) proceed(answer);
    else setProblem([t('error.passkey')]);
  }

  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  const pending = session.data.data?.flows?.find((flow) => flow.id === 'mfa_authenticate' && flow.is_pending);
  // Read anew while the next page still loads, the session may be signed in already: that leads on, not back.
  if (!pending) return <Navigate to={isSignedIn(session.data) ? next : '/login'} replace />;
  const types = pending.types ?? ['totp', 'recovery_codes', 'webauthn'];
  const byCode = types.includes('totp') || types.includes('recovery_codes');
  return (
    <AuthPage title={t('mfa.title')} intro={byCode ? t('mfa.totpText') : undefined} footer={<Link to="/login">{t('verify.toLogin')}</Link>}>
      <FormErrors messages={[...general, ...problem]} />
      {byCode && (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
          <Form.Item name="code" label={t('field.code')} rules={[{ required: true, message: t('common:form.required') }]}>
            <Input autoComplete="one-time-code" inputMode="text" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('mfa.submit')}
          </Button>
        </Form>
      )}
      {types.includes('webauthn') && passkeysWork() && (
        <>
          {byCode && <p className={styles.or}>{t('login.or')}</p>}
          <Button block type={byCode ? 'default' : 'primary'} icon={<KeyOutlined />} onClick={() => void byPasskey()}>
            {t('mfa.passkey')}
          </Button>
        </>
      )}
    </AuthPage>
  );
}
