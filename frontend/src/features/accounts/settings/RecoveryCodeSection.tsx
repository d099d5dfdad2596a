import CopyOutlined from '@ant-design/icons/es/icons/CopyOutlined';
import { App, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { useAuthenticatorChange, type Authenticator } from './authenticators';
import { useProof } from '@/shared/session/Proof';
import styles from './settings.module.css';

interface Codes {
  unused_codes?: readonly string[];
}

const PATH = '/account/authenticators/recovery-codes';

/** Codes for the day the phone is lost; each works once. */
export function RecoveryCodeSection({ codes }: { codes: Authenticator | undefined }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const prove = useProof().auth;
  const change = useAuthenticatorChange();
  const [shown, setShown] = useState<readonly string[] | null>(null);

  async function show() {
    const answer = await prove(() => auth('GET', PATH));
    if (answer.status !== 200) return;
    const found = (answer.data as Codes | undefined)?.unused_codes;
    if (found) setShown(found);
    else void message.info(t('recovery.shownBefore'));
  }

  async function renew() {
    if (await change(() => auth('POST', PATH))) await show();
  }

  async function copy() {
    await navigator.clipboard.writeText((shown ?? []).join('\n'));
    void message.success(t('common:action.copied'));
  }

  return (
    <Section title={t('recovery.title')} intro={t('recovery.intro')}>
      {codes && <p>{t('recovery.left', { count: codes.unused_code_count ?? 0, total: codes.total_code_count ?? 0 })}</p>}
      {shown && (
        <ul className={styles.codes} aria-label={t('recovery.title')}>
          {shown.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      )}
      <Space wrap className={styles.add}>
        {codes && !shown && <Button onClick={() => void show()}>{t('recovery.show')}</Button>}
        {shown && (
          <Button icon={<CopyOutlined />} onClick={() => void copy()}>
            {t('common:action.copy')}
          </Button>
        )}
        <Popconfirm title={t('recovery.renewAsk')} disabled={!codes} onConfirm={() => renew()}>
          <Button onClick={() => !codes && void renew()}>{codes ? t('recovery.renew') : t('recovery.create')}</Button>
        </Popconfirm>
      </Space>
    </Section>
  );
}
