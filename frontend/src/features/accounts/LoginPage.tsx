import KeyOutlined from '@ant-design/icons/es/icons/KeyOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { auth, type AuthAnswer } from '@/shared/session/allauth';
import { FormErrors } from '@/shared/form/FormErrors';
import { AuthPage } from './AuthPage';
import { nextStep, safeNext } from './nextStep';
import { passkeysWork, signInWithPasskey } from '@/shared/session/passkey';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';
import styles from './auth.module.css';

interface Values {
  email: string;
  password: string;
}

export function LoginPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const [form] = Form.useForm<Values>();
  const [params] = useSearchParams();
  const next = safeNext(params.get('next'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<readonly string[]>([]);

  function proceed(answer: AuthAnswer) {
    const to = nextStep(answer, next);
    if (!to) return setProblem([t('error.conflict')]);
    queries.clear();
    return void navigate(to, { replace: true });
  }

  const { submit, busy, general } = useAuthSubmit(form, (values) => auth('POST', '/auth/login', values), proceed);

  async function byPasskey() {
    setProblem([]);
    const answer = await signInWithPasskey();
    if (answer) proceed(answer);
    else setProblem([t('error.passkey')]);
  }

  return (
    <AuthPage
      title={t('login.title')}
      footer={
        <>
          {t('login.noAccount')} <Link to="/signup">{t('login.signup')}</Link> · <Link to="/welcome">{t('login.about')}</Link>
        </>
      }
    >
      <FormErrors messages={[...general, ...problem]} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="email" label={t('field.email')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Input type="email" autoComplete="username webauthn" autoFocus inputMode="email" />
        </Form.Item>
        <Form.Item name="password" label={t('field.password')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('login.submit')}
        </Button>
      </Form>
      {passkeysWork() && (
        <>
          <p className={styles.or}>{t('login.or')}</p>
          <Button block icon={<KeyOutlined />} onClick={() => void byPasskey()}>
            {t('login.passkey')}
          </Button>
        </>
      )}
      <p className={styles.under}>
        <Link to="/account/password/forgot">{t('login.forgot')}</Link>
      </p>
    </AuthPage>
  );
}
