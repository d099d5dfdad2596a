import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';
import { useProof } from '@/shared/session/Proof';
import styles from './settings.module.css';

interface Values {
  current_password: string;
  new_password: string;
}

export function PasswordSection() {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const prove = useProof().auth;
  const [form] = Form.useForm<Values>();
  const { submit, busy, general } = useAuthSubmit(
    form,
    (values) => prove(() => auth('POST', '/account/password/change', values)),
    (answer) => {
      if (answer.status !== 200) return;
      form.resetFields();
      void message.success(t('password.changed'));
    },
  );
  const rules = [{ required: true, message: t('common:form.required') }];
  return (
    <Section title={t('password.title')} intro={t('password.intro')}>
      <FormErrors messages={general} />
      <Form form={form} layout="vertical" requiredMark={false} className={styles.narrow} onFinish={(values) => void submit(values)}>
        <Form.Item name="current_password" label={t('field.currentPassword')} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="new_password" label={t('field.newPassword')} extra={t('field.passwordHint')} rules={rules}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('password.submit')}
        </Button>
      </Form>
    </Section>
  );
}
