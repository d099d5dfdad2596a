import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { auth } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { DateTime } from '@/shared/ui/Values';
import { addPasskey, passkeysWork } from '@/shared/session/passkey';
import { instant, useAuthenticatorChange, type Authenticator } from './authenticators';
import styles from './settings.module.css';

const PATH = '/account/authenticators/webauthn';

export function PasskeySection({ passkeys }: { passkeys: readonly Authenticator[] }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const change = useAuthenticatorChange();

  async function add(name: string) {
    if (await change(() => addPasskey(name))) {
      form.resetFields();
      void message.success(t('passkey.added'));
    } else void message.warning(t('error.passkey'));
  }

  return (
    <Section title={t('passkey.title')} intro={t('passkey.intro')}>
      <ul className={styles.items}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{passkey.name}</strong>
              <span className="soft">
                {t('factor.added')} <DateTime value={instant(passkey.created_at)} /> · {t('factor.used')} <DateTime value={instant(passkey.last_used_at)} ago />
              </span>
            </span>
            <Popconfirm title={t('passkey.removeAsk', { name: passkey.name ?? '' })} onConfirm={() => change(() => auth('DELETE', PATH, { authenticators: [passkey.id] })).then(() => undefined)}>
              <Button danger type="text">
                {t('common:action.delete')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {passkeysWork() ? (
        <Form form={form} layout="inline" className={styles.add} onFinish={({ name }) => void add(name.trim())}>
          <Form.Item name="name" rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
            <Input maxLength={60} aria-label={t('passkey.name')} placeholder={t('passkey.name')} />
          </Form.Item>
          <Button htmlType="submit">{t('passkey.add')}</Button>
        </Form>
      ) : (
        <p className="soft">{t('passkey.unsupported')}</p>
      )}
    </Section>
  );
}
