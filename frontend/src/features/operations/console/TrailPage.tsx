import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleTrailDocument, type ConsoleTrailQuery } from '@/gql/operator/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { ListColumn } from '@/shared/list/types';
import { Failure, Loading } from '@/shared/ui/States';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { ConsoleTabs } from './ConsoleTabs';

type Entry = ConsoleTrailQuery['trail'][number];

const NEWEST = { field: 'AT', descending: true };

const worded = (details: unknown) =>
  Object.entries((details ?? {}) as Record<string, unknown>)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ');

/** What the people who run the service did. */
export function TrailPage() {
  const { t } = useTranslation('operations');
  const { data, error, isPending, refetch } = useApiQuery(ConsoleTrailDocument, {}, { subject: 'console' });
  const rows = data?.trail;
  const load = useMemo(
    () => localLoader<Entry>({ rows: rows ?? [], text: (row) => `${row.actorName} ${row.action} ${row.groupName ?? ''} ${worded(row.details)}`, keys: { AT: (row) => row.at } }),
    [rows],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const columns: readonly ListColumn<Entry>[] = [
    { key: 'at', title: t('trail.at'), primary: true, order: 'AT', render: (row) => <DateTime value={row.at} />, value: (row) => row.at },
    { key: 'who', title: t('trail.who'), render: (row) => row.actorName, value: (row) => row.actorName },
    { key: 'action', title: t('trail.action'), render: (row) => <code>{row.action}</code>, value: (row) => row.action },
    { key: 'group', title: t('group.name'), render: (row) => row.groupName ?? <Nothing />, value: (row) => row.groupName },
    { key: 'details', title: t('trail.details'), render: (row) => worded(row.details), value: (row) => worded(row.details) },
  ];
  return <ListPage listId="operations.trail" subject="console" title={t('console.title')} tabs={<ConsoleTabs />} columns={columns} order={NEWEST} load={load} version={rows} empty={{ title: t('trail.none'), hint: t('trail.noneHint') }} rowKey={(row) => row.id} />;
}
