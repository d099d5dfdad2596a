import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { Failure, Loading } from '@/shared/ui/States';
import { AuthPage } from './AuthPage';
import { nextStep } from './nextStep';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';

interface Values {
  password: string;
}

export function PasswordResetPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const { key = '' } = useParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const info = useQuery({
    queryKey: ['reset', key],
    queryFn: () => auth('GET', '/auth/password/reset', undefined, { 'X-Password-Reset-Key': key }),
  });
  const { submit, busy, general } = useAuthSubmit(
    form,
    ({ password }) => auth('POST', '/auth/password/reset', { key, password }),
    (answer) => {
      void message.success(t('reset.done'));
      queries.clear();
      void navigate(nextStep(answer, '/') ?? '/login', { replace: true });
    },
  );
  const footer = <Link to="/account/password/forgot">{t('login.forgot')}</Link>;
  if (info.isPending) return <Loading />;
  if (info.isError) return <Failure error={info.error} onRetry={() => void info.refetch()} />;
  if (info.data.status !== 200) return <AuthPage title={t('reset.title')} intro={t('error.token_invalid')} footer={footer} />;
  return (
    <AuthPage title={t('reset.title')}>
      <FormErrors messages={general} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="password" label={t('field.newPassword')} extra={t('field.passwordHint')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('reset.submit')}
        </Button>
      </Form>
    </AuthPage>
  );
}
