import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { PlansDocument, SpendDocument, SubscriptionDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Calculators } from './Calculators';
import { Measured } from './Measured';
import type { Figures } from './question';

const A_YEAR = 12;
const DAY = 'YYYY-MM-DD';

/** The calculators with what was measured in the group: orders of the last twelve months, people, and the own plan. */
export function GroupPage() {
  const { t } = useTranslation('calculators');
  const can = useCan();
  const plans = useApiQuery(PlansDocument, {}, { subject: 'plan' });
  const subscription = useApiQuery(SubscriptionDocument, {}, { subject: 'subscription' });
  const maySpend = can('analytics.spend.read');
  const today = dayjs();
  const since = today.subtract(A_YEAR - 1, 'month').format(DAY);
  const spend = useApiQuery(SpendDocument, { by: 'MONTH', since, until: today.format(DAY) }, { subject: 'order', enabled: maySpend });
  if (plans.isPending || subscription.isPending || (maySpend && spend.isPending)) return <Loading />;
  if (plans.isError) return <Failure error={plans.error} onRetry={() => void plans.refetch()} />;
  if (subscription.isError) return <Failure error={subscription.error} onRetry={() => void subscription.refetch()} />;
  const own = subscription.data.subscription;
  const people = own?.limits.find(({ name }) => name === 'seats')?.used;
  const total = spend.data?.spend.total;
  const currency = own?.currency ?? 'EUR';
  const measured: Partial<Figures> = {
    ...(people ? { 'effects.people': people } : {}),
    ...(total && total.currency === currency && Number(total.amount) > 0 ? { 'effects.spendYear': total.amount } : {}),
  };
  const plan = own?.plan.code ?? plans.data.plans[0]?.code ?? '';
  return (
    <Page title={t('title')} intro={t('introGroup')}>
      <Measured since={since} until={today.format(DAY)} spend={spend.data?.spend} people={people} />
      <Calculators plans={plans.data.plans} choice={{ plan, seats: Math.max(own?.seats ?? 1, Number(people ?? 1)), currency }} measured={measured} />
    </Page>
  );
}
