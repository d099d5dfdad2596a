import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { AuthPage } from './AuthPage';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';

interface Values {
  email: string;
}

/** Says the same whether or not the address has an account. */
export function PasswordForgotPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const [form] = Form.useForm<Values>();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { submit, busy, general } = useAuthSubmit(
    form,
    (values) => auth('POST', '/auth/password/request', values),
    (_, { email }) => setSentTo(email),
  );
  const footer = <Link to="/login">{t('verify.toLogin')}</Link>;
  if (sentTo) return <AuthPage title={t('verify.sentTitle')} intro={t('reset.askDone', { email: sentTo })} footer={footer} />;
  return (
    <AuthPage title={t('reset.askTitle')} intro={t('reset.askText')} footer={footer}>
      <FormErrors messages={general} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item
          name="email"
          label={t('field.email')}
          validateTrigger="onBlur"
          rules={[
            { required: true, message: t('common:form.required') },
            { type: 'email', message: t('common:form.invalidEmail') },
          ]}
        >
          <Input type="email" autoComplete="email" autoFocus inputMode="email" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('reset.askSubmit')}
        </Button>
      </Form>
    </AuthPage>
  );
}
