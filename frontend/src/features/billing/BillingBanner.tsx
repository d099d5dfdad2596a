import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SubscriptionStateDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { formatDay } from '@/shared/ui/format';

const WEEK = 7 * 24 * 3600 * 1000;
type Told = 'trialing' | 'past_due' | 'suspended' | 'cancelled';


/** Says that money is missing, or that the trial is about to end, while there is still time to act. `to` is where the page of plan and usage is. */
export function BillingBanner({ to }: { to: string }) {
  const { t, i18n } = useTranslation('billing');
  const [now] = useState(() => Date.now());
  const { data } = useApiQuery(SubscriptionStateDocument, {}, { subject: 'subscription' });
  const found = data?.subscription;
  if (!found || found.status === 'active') return null;
  if (found.status === 'trialing' && (found.isPaid || Date.parse(found.trialEndsAt ?? '') - now > WEEK)) return null;
  const day = formatDay((found.graceEndsAt ?? found.trialEndsAt ?? '').slice(0, 10), i18n.language);
  return (
    <Alert
      banner
      type={found.status === 'trialing' ? 'info' : found.status === 'past_due' ? 'warning' : 'error'}
      title={t(`banner.${found.status as Told}`, { day })}
      action={<Link to={to}>{t('banner.go')}</Link>}
    />
  );
}
