import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PortalOpenDocument, SubscriptionCancelDocument, SubscriptionDocument, SubscriptionResumeDocument, type SubscriptionQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { formatDay } from '@/shared/ui/format';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Day, Money } from '@/shared/ui/Values';
import { ChargesSection } from './ChargesSection';
import { DetailsSection } from './DetailsSection';
import { InvoicesSection } from './InvoicesSection';
import { toneOf, type Status } from './status';
import { UsageSection } from './UsageSection';
import { useOperation } from './useOperation';

export type Subscription = NonNullable<SubscriptionQuery['subscription']>;

/** A new group's trial is made a moment after the group. */
const ASK_EVERY = 3000;

/** What the group pays for and uses, with its invoices. */
export function BillingPage() {
  const { t } = useTranslation('billing');
  const [address] = useSearchParams();
  const { data, isPending, isError, error, refetch } = useApiQuery(
    SubscriptionDocument,
    {},
    { subject: 'subscription', refetchInterval: (found) => (found && !found.subscription ? ASK_EVERY : false) },
  );
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const subscription = data.subscription;
  if (!subscription) return <State title={t('none')} hint={t('noneHint')} />;
  return (
    <Page title={t('title')} intro={t('intro')} aside={<StatusTag tone={toneOf(subscription.status)}>{t(`status.${subscription.status as Status}`)}</StatusTag>}>
      {address.get('paid') === '1' && <Alert type="success" showIcon title={t('paid')} />}
      {address.get('paid') === '0' && !subscription.isPaid && <Alert type="info" showIcon title={t('notPaid')} />}
      <PlanSection subscription={subscription} />
      <UsageSection subscription={subscription} />
      <DetailsSection subscription={subscription} />
      <InvoicesSection isPaid={subscription.isPaid} />
      <ChargesSection />
    </Page>
  );
}

function PlanSection({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('billing');
  const { refused, ...actions } = usePlanActions(subscription);
  const per = subscription.interval === 'year' ? t('perYear') : t('perMonth');
  const next = subscription.cancelAtPeriodEnd ? t('endsOn') : t('nextPayment');
  const percent = subscription.plan.commissionPercent;
  return (
    <Section title={t('plan')} actions={<PlanButtons subscription={subscription} {...actions} />} intro={subscription.plan.about}>
      {refused && <Alert type="error" showIcon title={refused} />}
      <Facts
        items={[
          { term: t('plan'), value: subscription.plan.name },
          ...(subscription.isPaid
            ? [
                { term: t('price'), value: <><Money value={subscription.periodTotal} /> {per}</> },
                { term: t('seats'), value: subscription.seats },
                { term: next, value: <Day value={subscription.periodEndAt?.slice(0, 10)} /> },
              ]
            : []),
          ...(subscription.status === 'trialing' && !subscription.isPaid ? [{ term: t('trialEnds'), value: <Day value={subscription.trialEndsAt?.slice(0, 10)} /> }] : []),
          { term: t('commission'), value: Number(percent) > 0 ? t('commissionRate', { percent: Number(percent) }) : t('commissionNone') },
          { term: t('commissionMonth'), value: <Money value={subscription.commissionMonth} /> },
        ]}
      />
    </Section>
  );
}

function usePlanActions(subscription: Subscription) {
  const { t, i18n } = useTranslation('billing');
  const { modal } = App.useApp();
  const { watch, waiting, refused } = useOperation();
  const { run, busy } = useAction();
  const touches: string[] = ['audit'];
  const portal = useApiMutation(PortalOpenDocument, { payload: (result) => result.portalOpen, touches });
  const cancel = useApiMutation(SubscriptionCancelDocument, { payload: (result) => result.subscriptionCancel, touches });
  const resume = useApiMutation(SubscriptionResumeDocument, { payload: (result) => result.subscriptionResume, touches });
  const input = () => ({ input: { idempotencyKey: crypto.randomUUID() } });
  const askCancel = () =>
    modal.confirm({
      title: t('cancel'),
      content: t('cancelConfirm', { day: formatDay(subscription.periodEndAt?.slice(0, 10) ?? '', i18n.language) }),
      okText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () => run(async () => watch((await cancel.mutateAsync(input())).subscriptionCancel?.operation?.id)),
    });
  return {
    refused,
    busy: busy || waiting,
    onPortal: () => void run(async () => watch((await portal.mutateAsync(input())).portalOpen?.operation?.id)),
    onCancel: () => void askCancel(),
    onResume: () => void run(async () => watch((await resume.mutateAsync(input())).subscriptionResume?.operation?.id)),
  };
}

interface PlanButtonsProps {
  subscription: Subscription;
  busy: boolean;
  onPortal: () => void;
  onCancel: () => void;
  onResume: () => void;
}

function PlanButtons({ subscription, busy, onPortal, onCancel, onResume }: PlanButtonsProps) {
  const { t } = useTranslation('billing');
  const can = useCan();
  if (!can('billing.subscription.edit')) return null;
  const { isPaid, cancelAtPeriodEnd } = subscription;
  return (
    <>
      <LinkButton type="primary" to="plan">
        {isPaid ? t('change') : t('choose')}
      </LinkButton>
      {isPaid && (
        <>
          <Button onClick={onPortal} loading={busy}>
            {t('portal')}
          </Button>
          {cancelAtPeriodEnd ? (
            <Button onClick={onResume} disabled={busy}>
              {t('resume')}
            </Button>
          ) : (
            <Button onClick={onCancel} disabled={busy}>
              {t('cancel')}
            </Button>
          )}
        </>
      )}
    </>
  );
}
