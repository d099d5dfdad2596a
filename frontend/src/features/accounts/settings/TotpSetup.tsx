import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Space } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { renderSVG } from 'uqr';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth } from '@/shared/session/allauth';
import { Failure, Loading } from '@/shared/ui/States';
import { useAuthSubmit } from '@/shared/session/useAuthSubmit';
import { useAuthenticatorChange } from './authenticators';
import { useProof } from '@/shared/session/Proof';
import styles from './settings.module.css';

interface Secret {
  secret: string;
  totp_url: string;
}

/** Shows the secret as a picture and as text, and takes the first code as proof that the app has it. */
export function TotpSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ code: string }>();
  const prove = useProof().auth;
  const change = useAuthenticatorChange();
  const status = useQuery({ queryKey: ['person', 'totp'], queryFn: () => prove(() => auth('GET', '/account/authenticators/totp')), gcTime: 0, staleTime: Infinity });
  const secret = status.data?.meta as unknown as Secret | undefined;
  const picture = useMemo(() => (secret?.totp_url ? renderSVG(secret.totp_url, { border: 0 }) : ''), [secret]);

  const { submit, busy, general } = useAuthSubmit(
    form,
    ({ code }) => prove(() => auth('POST', '/account/authenticators/totp', { code: code.replace(/\s/g, '') })),
    (answer) => {
      if (answer.status !== 200) return;
      void message.success(t('totp.done'));
      void change(() => Promise.resolve(null)).then(onDone);
    },
  );

  if (status.isPending) return <Loading />;
  if (status.isError) return <Failure error={status.error} onRetry={() => void status.refetch()} />;
  if (!secret?.totp_url) return <Button onClick={onDone}>{t('common:action.back')}</Button>;
  return (
    <div className={styles.setup}>
      <div className={styles.qr} role="img" aria-label={t('totp.picture')} dangerouslySetInnerHTML={{ __html: picture }} />
      <div>
        <p>{t('totp.scan')}</p>
        <code className={styles.secret}>{secret.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        <FormErrors messages={general} />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
          <Form.Item name="code" label={t('totp.firstCode')} rules={[{ required: true, message: t('common:form.required') }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} autoFocus style={{ width: 140 }} />
          </Form.Item>
          <Space>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('totp.confirm')}
            </Button>
            <Button onClick={onDone}>{t('common:action.cancel')}</Button>
          </Space>
        </Form>
      </div>
    </div>
  );
}
