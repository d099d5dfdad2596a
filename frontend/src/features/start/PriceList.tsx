import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlansDocument, type PlansQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { formatAmount, formatDecimal } from '@/shared/ui/format';
import { Failure, Loading } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import styles from './welcome.module.css';

type Plan = PlansQuery['plans'][number];

const DOOR = { kind: 'group' } as const;
const CURRENCIES = ['CNY', 'EUR', 'USD'];

/** The plans that are sold, with the prices that are charged: read from the price list, never written here. */
export function PriceList() {
  const { t, i18n } = useTranslation('start');
  const [currency, setCurrency] = useState(i18n.language === 'zh-CN' ? 'CNY' : 'EUR');
  const [interval, setInterval] = useState('month');
  const { data, isPending, isError, error, refetch } = useApiQuery(PlansDocument, {}, { subject: `plan ${i18n.language}`, door: DOOR });
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const intervals = [
    { value: 'month', label: t('price.month') },
    { value: 'year', label: t('price.year') },
  ];
  return (
    <>
      <div className={styles.choices}>
        <Segmented aria-label={t('price.currency')} value={currency} options={CURRENCIES} onChange={setCurrency} />
        <Segmented aria-label={t('price.interval')} value={interval} options={intervals} onChange={setInterval} />
      </div>
      <ul className={styles.editions}>
        {data.plans.map((plan) => (
          <PriceCard key={plan.code} plan={plan} currency={currency} interval={interval} />
        ))}
      </ul>
      <p className={styles.below}>{t('price.tax')}</p>
      <Link to="/calculators">{t('price.calculators')}</Link>
    </>
  );
}

function PriceCard({ plan, currency, interval }: { plan: Plan; currency: string; interval: string }) {
  const { t, i18n } = useTranslation('start');
  const price = plan.prices.find((each) => each.currency === currency && each.interval === interval);
  const per = interval === 'year' ? t('price.perYear') : t('price.perMonth');
  const percent = Number(plan.commissionPercent);
  const cap = price?.commissionCap;
  return (
    <li>
      <h3>{plan.name}</h3>
      <p>{plan.about}</p>
      {price && (
        <p className={styles.price}>
          <Money value={price.base} /> {per}
          <br />
          {t('price.and')} <Money value={price.seat} /> {t('price.seat')} {per}
        </p>
      )}
      <p className="soft">
        {plan.units ? t('price.units', { count: plan.units }) : t('price.anyUnits')} · {plan.seats ? t('price.seats', { count: plan.seats }) : t('price.anySeats')}
      </p>
      <p className="soft">
        {percent > 0 ? t('price.commission', { percent: formatDecimal(plan.commissionPercent, i18n.language, 2) }) : t('price.noCommission')}
        {percent > 0 && cap && t('price.cap', { cap: `${formatAmount(cap, i18n.language)} ${cap.currency}` })}
      </p>
      <p className="soft">{t('price.trial', { count: plan.trialDays })}</p>
    </li>
  );
}
