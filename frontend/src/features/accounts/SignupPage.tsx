import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { AuthPage } from './AuthPage';
import { keepNext, nextStep, safeNext } from './nextStep';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';

interface Values {
  display_name: string;
  email: string;
  password: string;
}

export function SignupPage() {
  const { t, i18n } = useTranslation(['accounts', 'common']);
  const [form] = Form.useForm<Values>();
  const [params] = useSearchParams();
  const next = safeNext(params.get('next'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { submit, busy, general } = useAuthSubmit(
    form,
    (values) => auth('POST', '/auth/signup', { ...values, locale: i18n.language }),
    (answer, { email }) => {
      keepNext(next);
      queries.clear();
      void navigate(nextStep(answer, next) ?? '/account/verify-email', { replace: true, state: { email } });
    },
  );
  const required = { required: true, message: t('common:form.required') };
  return (
    <AuthPage
      title={t('signup.title')}
      footer={
        <>
          {t('signup.hasAccount')} <Link to={`/login${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`}>{t('signup.login')}</Link>
        </>
      }
    >
      <FormErrors messages={general} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)} initialValues={{ email: params.get('email') ?? '' }}>
        <Form.Item name="display_name" label={t('field.name')} rules={[required, { max: 120, message: t('common:form.tooLong', { max: 120 }) }]}>
          <Input autoComplete="name" autoFocus />
        </Form.Item>
        <Form.Item name="email" label={t('field.email')} rules={[required, { type: 'email', message: t('common:form.invalidEmail') }]} validateTrigger="onBlur">
          <Input type="email" autoComplete="email" inputMode="email" />
        </Form.Item>
        <Form.Item name="password" label={t('field.password')} extra={t('field.passwordHint')} rules={[required]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('signup.submit')}
        </Button>
      </Form>
    </AuthPage>
  );
}
