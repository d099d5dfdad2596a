import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '@/shared/ui/format';
import { Section } from '@/shared/ui/Page';
import type { Subscription } from './BillingPage';
import { formatBytes } from './bytes';
import styles from './billing.module.css';

const FULL = 100;

/** How much of what the plan limits is used, and which modules it has. */
export function UsageSection({ subscription }: { subscription: Subscription }) {
  const { t, i18n } = useTranslation('billing');
  const shown = (name: string, value: string) => (name === 'storage_bytes' ? formatBytes(value, i18n.language) : formatDecimal(value, i18n.language, 0));
  return (
    <Section title={t('usage')}>
      <ul className={styles.limits}>
        {subscription.limits.map(({ name, used, limit }) => (
          <li key={name}>
            <div className={styles.limitHead}>
              <span>{t(`limit.${name as 'units'}`)}</span>
              <span className="num">{limit === null || limit === undefined ? t('noLimit', { used: shown(name, used) }) : t('ofLimit', { used: shown(name, used), limit: shown(name, limit) })}</span>
            </div>
            {limit && <Progress percent={Math.min(FULL, (Number(used) / Number(limit)) * FULL)} showInfo={false} size="small" aria-label={t(`limit.${name as 'units'}`)} />}
          </li>
        ))}
      </ul>
      <p className={styles.line}>
        <span className="soft">{t('modules')}</span> {subscription.plan.modules.join(' · ')}
      </p>
    </Section>
  );
}
