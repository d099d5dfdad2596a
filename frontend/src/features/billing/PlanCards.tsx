import { useTranslation } from 'react-i18next';
import { formatAmount, formatDecimal } from '@/shared/ui/format';
import { Money } from '@/shared/ui/Values';
import { formatBytes } from './bytes';
import type { Choice, Plan } from './PlanPage';
import styles from './billing.module.css';

/** Stays with the word before it, so that no line begins with it. */
const BETWEEN = '\u00a0· ';

interface PlanCardsProps {
  plans: readonly Plan[];
  choice: Choice;
  onChoose: (plan: string) => void;
}

/** The price list: one card for each plan, in the chosen currency and interval. */
export function PlanCards({ plans, choice, onChoose }: PlanCardsProps) {
  const { t } = useTranslation('billing');
  return (
    <fieldset className={styles.plans}>
      <legend className="visually-hidden">{t('plan')}</legend>
      {plans.map((plan) => (
        <PlanCard key={plan.code} plan={plan} choice={choice} onChoose={onChoose} />
      ))}
    </fieldset>
  );
}

function PlanCard({ plan, choice, onChoose }: { plan: Plan; choice: Choice; onChoose: (plan: string) => void }) {
  const { t, i18n } = useTranslation('billing');
  const price = plan.prices.find((each) => each.currency === choice.currency && each.interval === choice.interval);
  const per = choice.interval === 'year' ? t('perYear') : t('perMonth');
  const count = (name: 'units' | 'seats', most: number | null | undefined) => (most === null || most === undefined ? t(`unlimited.${name}`) : t(`upTo.${name}`, { count: most }));
  const cap = price?.commissionCap;
  return (
    <label className={styles.plan}>
      <span className={styles.planHead}>
        <input type="radio" name="plan" value={plan.code} checked={choice.plan === plan.code} onChange={() => onChoose(plan.code)} />
        {plan.name}
      </span>
      <p className="soft">{plan.about}</p>
      {price && (
        <p>
          <Money value={price.base} /> {per}
          <br />
          <Money value={price.seat} /> {t('perSeat')} {per}
        </p>
      )}
      <p className="soft">
        {count('units', plan.units)}
        {BETWEEN}
        {count('seats', plan.seats)}
        {plan.storageBytes && `${BETWEEN}${t('storageUpTo', { size: formatBytes(plan.storageBytes, i18n.language) })}`}
        {plan.apiCalls && `${BETWEEN}${t('callsUpTo', { formatted: formatDecimal(plan.apiCalls, i18n.language, 0) })}`}
      </p>
      <p className="soft">
        {t('commissionIs', { rate: Number(plan.commissionPercent) > 0 ? t('commissionRate', { percent: Number(plan.commissionPercent) }) : t('commissionNone') })}
        {Number(plan.commissionPercent) > 0 && cap && t('commissionCap', { cap: `${formatAmount(cap, i18n.language)} ${cap.currency}` })}
      </p>
      <p className="soft">{plan.modules.join(BETWEEN)}</p>
    </label>
  );
}
