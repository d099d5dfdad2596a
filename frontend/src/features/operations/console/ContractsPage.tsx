import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleContractsDocument, type ConsoleContractsQuery } from '@/gql/operator/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { List } from '@/shared/list/List';
import { localLoader } from '@/shared/list/localLoader';
import type { ListColumn } from '@/shared/list/types';
import { bareId } from '@/shared/session/viewer';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, Day, Money } from '@/shared/ui/Values';
import { planName } from './planName';
import { Cohorts } from './Cohorts';
import { contractTone } from './contractTone';

type Contract = ConsoleContractsQuery['subscriptions'][number];

const BY_GROUP = { field: 'GROUP', descending: false };

/** Who pays what, and how much of it renews. */
export function ContractsPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const { data, error, isPending, refetch } = useApiQuery(ConsoleContractsDocument, {}, { subject: 'console' });
  const rows = data?.subscriptions;
  const load = useMemo(
    () =>
      localLoader<Contract>({
        rows: rows ?? [],
        text: (row) => `${row.groupName} ${row.plan} ${row.status}`,
        keys: { GROUP: (row) => row.groupName, MONTHLY: (row) => Number(row.monthly.amount), SEATS: (row) => row.seats },
      }),
    [rows],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const status = (row: Contract) => t(`contract.${row.status as 'active'}`);
  const columns: readonly ListColumn<Contract>[] = [
    { key: 'group', title: t('group.name'), primary: true, order: 'GROUP', render: (row) => row.groupName, value: (row) => row.groupName },
    { key: 'status', title: t('group.contract'), render: (row) => <StatusTag tone={contractTone(row.status)}>{status(row)}</StatusTag>, value: status },
    { key: 'plan', title: t('group.plan'), render: (row) => planName(t, row.plan), value: (row) => row.plan },
    { key: 'seats', title: t('group.seatsPaid'), numeric: true, order: 'SEATS', render: (row) => <Count value={row.seats} />, value: (row) => row.seats },
    { key: 'monthly', title: t('contract.monthly'), numeric: true, order: 'MONTHLY', render: (row) => <Money value={row.monthly} />, value: (row) => row.monthly.amount },
    { key: 'currency', title: t('contract.currency'), hidden: true, render: (row) => row.monthly.currency, value: (row) => row.monthly.currency },
    { key: 'ends', title: t('contract.ends'), render: (row) => <Day value={row.periodEndAt ?? row.trialEndsAt} />, value: (row) => row.periodEndAt ?? row.trialEndsAt },
  ];
  const alerts = data.cohorts.filter((cohort) => cohort.alert);
  return (
    <Page title={common('nav.consoleContracts')}>
      {alerts.length > 0 && <Alert type="error" showIcon title={t('cohort.alert', { count: alerts.length, months: alerts.map((each) => `${each.month.slice(0, 7)} ${each.currency}`).join(', ') })} />}
      <Section title={t('cohort.title')} intro={t('cohort.intro')}>
        <Cohorts cohorts={data.cohorts} />
      </Section>
      <Section title={t('contract.title')}>
        <List listId="operations.contracts" subject="console" title={t('contract.title')} columns={columns} order={BY_GROUP} load={load} version={rows} rowKey={(row) => row.groupId} rowLink={(row) => `/operator/groups/${bareId(row.groupId)}`} />
      </Section>
    </Page>
  );
}
