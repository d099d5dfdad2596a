import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth, type AuthAnswer } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { authErrorText, useAuthSubmit } from '@/shared/session/useAuthSubmit';
import { useProof } from '@/shared/session/Proof';
import styles from './settings.module.css';

interface EmailAddress {
  email: string;
  primary: boolean;
  verified: boolean;
}

const KEY = ['person', 'email'];

/** The person's addresses: the first is where mail goes and what one signs in with. */
export function EmailSection() {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const prove = useProof().auth;
  const [form] = Form.useForm<{ email: string }>();
  const list = useQuery({ queryKey: KEY, queryFn: () => auth<Record<string, never>>('GET', '/account/email') });
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });

  const { submit, busy, general } = useAuthSubmit(
    form,
    (values) => prove(() => auth('POST', '/account/email', values)),
    (answer, { email }) => {
      if (answer.status !== 200) return;
      form.resetFields();
      void refresh();
      void message.success(t('email.linkSent', { email }));
    },
  );

  async function change(action: () => Promise<AuthAnswer>, done: string) {
    const answer = await prove(action);
    await refresh();
    if (answer.status === 200) void message.success(done);
    else if (answer.status === 403 || answer.status === 429) void message.warning(t('error.rate_limited'));
    else if (answer.errors?.[0]) void message.warning(authErrorText(answer.errors[0]));
  }

  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const addresses = (list.data.data as unknown as readonly EmailAddress[] | undefined) ?? [];
  return (
    <Section title={t('email.title')} intro={t('email.intro')}>
      <ul className={styles.items}>
        {addresses.map(({ email, primary, verified }) => (
          <li key={email} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{email}</strong>
              <StatusTag tone={verified ? 'good' : 'warn'} hollow={!verified}>
                {[verified ? t('email.verified') : t('email.unverified'), primary && t('email.primary')].filter(Boolean).join(' · ')}
              </StatusTag>
            </span>
            <span className={styles.itemActions}>
              {!verified && (
                <Button size="small" onClick={() => void change(() => auth('PUT', '/account/email', { email }), t('email.linkSent', { email }))}>
                  {t('verify.resend')}
                </Button>
              )}
              {verified && !primary && (
                <Button size="small" onClick={() => void change(() => auth('PATCH', '/account/email', { email, primary: true }), t('common:form.saved'))}>
                  {t('email.makePrimary')}
                </Button>
              )}
              {!primary && (
                <Popconfirm title={t('email.removeAsk', { email })} onConfirm={() => change(() => auth('DELETE', '/account/email', { email }), t('email.removed'))}>
                  <Button size="small" danger type="text">
                    {t('common:action.delete')}
                  </Button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
      <FormErrors messages={general} />
      <Form form={form} layout="inline" className={styles.add} onFinish={(values) => void submit(values)}>
        <Form.Item name="email" rules={[{ required: true, type: 'email', message: t('common:form.invalidEmail') }]} validateTrigger="onSubmit">
          <Input type="email" aria-label={t('email.add')} placeholder={t('email.add')} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('email.addSubmit')}
        </Button>
      </Form>
    </Section>
  );
}
