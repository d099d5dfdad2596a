import { useQueryClient } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstOrderDocument } from '@/gql/unit/graphql';
import { SetUpDocument, SubscriptionStateDocument, type SetUpQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { formatDay } from '@/shared/ui/format';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { SampleButton } from './SampleButton';
import styles from './start.module.css';

type Job = SetUpQuery['provisioningJobs']['nodes'][number];

const WAITING = new Set(['requested', 'provisioning']);
const OFTEN = 1_000; // milliseconds

/** From the new group to the first order: what is done shows itself, so that the page can be left and come back to. */
export function SetUpPage() {
  const { t } = useTranslation('start');
  const context = useWorkContext();
  const { contexts, person } = useViewer();
  const base = contextPath(context);
  const { data, isPending, isError, error, refetch } = useApiQuery(SetUpDocument, { me: person.id }, { subject: 'overview', refetchInterval: (found) => (WAITING.has(found?.units.nodes[0]?.status ?? '') ? OFTEN : false) });
  const unit = data?.units.nodes[0];
  const ready = unit?.status === 'active';
  const entered = contexts.find((each) => each.kind === 'UNIT' && each.slug === unit?.slug);
  useFreshViewer(ready && !entered);
  const door = { kind: 'unit', slug: unit?.slug ?? '' } as const;
  const orders = useApiQuery(FirstOrderDocument, {}, { subject: 'order', door, enabled: entered !== undefined });
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const inUnit = `/u/${unit?.slug ?? ''}`;
  const stocked = data.suppliers.totalCount > 0;
  const ordered = (orders.data?.purchaseOrders?.totalCount ?? 0) > 0;
  const invited = data.members.totalCount > data.own.totalCount || data.invitations.totalCount > 0;
  return (
    <Page title={t('setUp.title')} intro={t('setUp.intro')} width="reading">
      <ol className={styles.steps}>
        <Step done={ready} title={t('setUp.unit', { name: unit?.name ?? '' })} hint={ready ? t('setUp.unitReady') : t('setUp.unitMaking')}>
          {!ready && data.provisioningJobs.nodes[0] && <Making job={data.provisioningJobs.nodes[0]} />}
          {entered && (
            <LinkButton type="primary" to={inUnit}>
              {t('setUp.enter', { name: entered.name })}
            </LinkButton>
          )}
        </Step>
        <PlanStep base={base} />
        <Step done={stocked} title={t('setUp.data')} hint={t('setUp.dataHint')}>
          <LinkButton to={`${base}/suppliers/import`}>{t('setUp.ownFile')}</LinkButton>
          {entered?.permissions.includes('procurement.order.import') && <LinkButton to={`${inUnit}/orders/import`}>{t('setUp.ownOrders')}</LinkButton>}
          <SampleButton />
        </Step>
        <Step done={ordered} title={t('setUp.order')} hint={entered ? t('setUp.orderHint') : t('setUp.orderLater')}>
          {entered && stocked && (
            <LinkButton type={ordered ? 'default' : 'primary'} to={`${inUnit}/orders/new`}>
              {t('setUp.newOrder')}
            </LinkButton>
          )}
        </Step>
        <Step done={invited} title={t('setUp.people')} hint={t('setUp.peopleHint')}>
          <LinkButton to={`${base}/members/invitations`}>{t('setUp.invite')}</LinkButton>
          <LinkButton to={`${base}/modules`}>{t('setUp.modules')}</LinkButton>
        </Step>
      </ol>
    </Page>
  );
}

/** Trying needs no choice; whoever wants to pay goes on to the plans. */
function PlanStep({ base }: { base: string }) {
  const { t, i18n } = useTranslation('start');
  const can = useCan();
  const { data } = useApiQuery(SubscriptionStateDocument, {}, { subject: 'subscription', refetchInterval: (found) => (found && !found.subscription ? OFTEN : false) });
  const found = data?.subscription;
  const day = found?.trialEndsAt ? formatDay(found.trialEndsAt.slice(0, 10), i18n.language) : '';
  const hint = found?.isPaid ? t('setUp.planPaid') : day ? t('setUp.planTrial', { day }) : t('setUp.planHint');
  return (
    <Step done={found?.isPaid ?? false} title={t('setUp.plan')} hint={hint}>
      {found && !found.isPaid && can('billing.subscription.edit') && <LinkButton to={`${base}/billing/plan`}>{t('setUp.choosePlan')}</LinkButton>}
    </Step>
  );
}

/** The new unit becomes one of the person's workspaces when its doors open. */
function useFreshViewer(missing: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (missing) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'viewer' });
  }, [missing, queries]);
}

function Step({ done, title, hint, children }: { done: boolean; title: string; hint: string; children: ReactNode }) {
  const { t } = useTranslation('start');
  return (
    <li className={done ? styles.done : styles.open}>
      <Section title={title} intro={hint} actions={<span className="soft">{done ? t('setUp.done') : t('setUp.open')}</span>}>
        <div className={styles.buttons}>{children}</div>
      </Section>
    </li>
  );
}

function Making({ job }: { job: Job }) {
  const { t } = useTranslation('start');
  if (job.status === 'failed') return <Alert type="error" showIcon title={t('setUp.failed')} description={job.error} />;
  const percent = job.total > 0 ? Math.round((job.done / job.total) * 100) : 0;
  return <Progress percent={percent} status="active" aria-label={t('setUp.unitMaking')} className={styles.progress} />;
}
