import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlansDocument, SubscriptionDocument, type PlansQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import type { Subscription } from './BillingPage';
import { PlanCards } from './PlanCards';
import { PreviewPanel } from './PreviewPanel';
import styles from './billing.module.css';

export type Plan = PlansQuery['plans'][number];

export interface Choice {
  plan: string;
  seats: number;
  interval: string;
  currency: string;
}

const CURRENCIES = ['CNY', 'EUR', 'USD'];
const MOST_SEATS = 100_000;

const peopleOf = ({ limits }: Subscription): number => Number(limits.find(({ name }) => name === 'seats')?.used ?? 1);

/** Choosing plan, seats and interval, with what it would cost beside it. */
export function PlanPage() {
  const subscription = useApiQuery(SubscriptionDocument, {}, { subject: 'subscription' });
  const plans = useApiQuery(PlansDocument, {}, { subject: 'plan' });
  if (subscription.isPending || plans.isPending) return <Loading />;
  if (subscription.isError) return <Failure error={subscription.error} onRetry={() => void subscription.refetch()} />;
  if (plans.isError) return <Failure error={plans.error} onRetry={() => void plans.refetch()} />;
  const found = subscription.data.subscription;
  // Not keyed by its version: that grows while a change is made, and the change is watched below.
  return found ? <Chooser subscription={found} plans={plans.data.plans} /> : <NotFound />;
}

function Chooser({ subscription, plans }: { subscription: Subscription; plans: readonly Plan[] }) {
  const { t } = useTranslation('billing');
  const base = contextPath(useWorkContext());
  const [choice, setChoice] = useState<Choice>({
    plan: subscription.plan.code,
    seats: Math.max(subscription.seats, peopleOf(subscription)),
    interval: subscription.interval,
    currency: subscription.currency,
  });
  const choose = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  return (
    <Page title={t('planTitle')} intro={t('planIntro')} crumbs={[{ title: t('title'), to: `${base}/billing` }]}>
      <div className={styles.layout}>
        <div>
          <PlanCards plans={plans} choice={choice} onChoose={(plan) => choose({ plan })} />
          <div className={styles.choices}>
            <label className={styles.field} htmlFor="seats">
              {t('seats')}
              <InputNumber id="seats" min={1} max={MOST_SEATS} precision={0} value={choice.seats} onChange={(seats) => choose({ seats: seats ?? 1 })} />
            </label>
            <label className={styles.field} htmlFor="interval">
              {t('interval')}
              <Select
                id="interval"
                value={choice.interval}
                onChange={(interval: string) => choose({ interval })}
                options={[
                  { value: 'month', label: t('month') },
                  { value: 'year', label: t('year') },
                ]}
              />
            </label>
            {!subscription.isPaid && (
              <label className={styles.field} htmlFor="currency">
                {t('currency')}
                <Select id="currency" value={choice.currency} onChange={(currency: string) => choose({ currency })} options={CURRENCIES.map((value) => ({ value, label: value }))} />
              </label>
            )}
          </div>
          <p className="soft">{t('seatsHint')}</p>
        </div>
        <PreviewPanel subscription={subscription} choice={choice} />
      </div>
    </Page>
  );
}
