import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { hundredths, sumOf, WHOLE, written } from './sum';
import { TIERS, type Tier } from './words';
import styles from './suppliers.module.css';

export type TierRule = Record<Tier | 'hysteresis', string>;

const LEAST = 100n;
const WIDEST_BAND = 1000n;

/** Whether a rule may be published: each tier takes one per cent at least, all of them everybody, the band is narrow. */
export function isWholeRule(rule: TierRule): boolean {
  const shares = TIERS.map((tier) => hundredths(rule[tier]));
  const band = hundredths(rule.hysteresis);
  return shares.every((share) => share !== null && share >= LEAST) && sumOf(TIERS.map((tier) => rule[tier])) === WHOLE && band !== null && band <= WIDEST_BAND;
}

/** How many of the rated suppliers each tier takes, with their sum, and the band around a cut. */
export function TierFields({ rule, onChange }: { rule: TierRule; onChange: (rule: TierRule) => void }) {
  const { t } = useTranslation(['suppliers', 'common']);
  const sum = sumOf(TIERS.map((tier) => rule[tier]));
  const field = (name: keyof TierRule, label: string, min: string, max: string) => (
    <InputNumber<string> stringMode min={min} max={max} step="1" value={rule[name]} suffix="%" aria-label={label} onChange={(value) => onChange({ ...rule, [name]: value ?? '' })} />
  );
  return (
    <div role="group" aria-labelledby="tier-rule" className={styles.group}>
      <h3 id="tier-rule">{t('tiers.title')}</h3>
      <p className="soft">{t('tiers.intro')}</p>
      <div className={styles.weights}>
        {TIERS.map((tier) => (
          <label key={tier} className={styles.weight}>
            {t(`tier.${tier}`)}
            {field(tier, t(`tier.${tier}`), '1', '98')}
          </label>
        ))}
        <p role="status" className={styles.weight}>
          <strong>
            {t('common:form.told', { what: t('model.sum'), value: `${sum === null ? '–' : written(sum)}%` })}
          </strong>
          {sum === WHOLE ? <StatusTag tone="good">{t('tiers.whole')}</StatusTag> : <StatusTag tone="bad">{t('tiers.notWhole', { missing: sum === null ? '–' : written(WHOLE - sum, true) })}</StatusTag>}
        </p>
      </div>
      <Form.Item label={t('tiers.hysteresis')} extra={t('tiers.hysteresisHint')}>
        {field('hysteresis', t('tiers.hysteresis'), '0', '10')}
      </Form.Item>
    </div>
  );
}
