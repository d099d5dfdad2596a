import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { instant, useAuthenticatorChange, type Authenticator } from './authenticators';
import { TotpSetup } from './TotpSetup';
import styles from './settings.module.css';

export function TotpSection({ totp }: { totp: Authenticator | undefined }) {
  const { t } = useTranslation(['accounts', 'common']);
  const [settingUp, setSettingUp] = useState(false);
  const change = useAuthenticatorChange();
  return (
    <Section title={t('totp.title')} intro={t('totp.intro')}>
      {totp ? (
        <div className={styles.item}>
          <span className={styles.itemText}>
            <StatusTag tone="good">{t('totp.on')}</StatusTag>
            <span className="soft">
              {t('factor.added')} <DateTime value={instant(totp.created_at)} /> · {t('factor.used')} <DateTime value={instant(totp.last_used_at)} ago />
            </span>
          </span>
          <Popconfirm title={t('totp.offAsk')} onConfirm={() => change(() => auth('DELETE', '/account/authenticators/totp')).then(() => undefined)}>
            <Button danger type="text">
              {t('totp.turnOff')}
            </Button>
          </Popconfirm>
        </div>
      ) : settingUp ? (
        <TotpSetup onDone={() => setSettingUp(false)} />
      ) : (
        <Button onClick={() => setSettingUp(true)}>{t('totp.turnOn')}</Button>
      )}
    </Section>
  );
}
