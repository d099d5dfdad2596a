import type { i18n } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleTrailDocument, type ConsoleTrailQuery } from '@/gql/operator/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { ListColumn } from '@/shared/list/types';
import { Failure, Loading } from '@/shared/ui/States';
import { formatInstant } from '@/shared/ui/format';
import { DateTime, Nothing } from '@/shared/ui/Values';

type Entry = ConsoleTrailQuery['trail'][number];

const NEWEST = { field: 'AT', descending: true };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The details of an entry in the reader's language; names that the words lack stand as they are. */
function worded(words: i18n, details: unknown): string {
  const name = (field: string) => (words.exists(`operations:trail.fields.${field}`) ? words.t(`operations:trail.fields.${field as 'title'}`) : field);
  const told = (value: unknown) => (typeof value === 'boolean' ? words.t(`operations:trail.${value ? 'yes' : 'no'}`) : INSTANT.test(String(value)) ? formatInstant(String(value), words.language) : String(value));
  return Object.entries((details ?? {}) as Record<string, unknown>)
    .map(([field, value]) => `${name(field)}: ${told(value)}`)
    .join(' · ');
}

/** What the people who run the service did. */
export function TrailPage() {
  const { t, i18n } = useTranslation('operations');
  const { t: common } = useTranslation();
  const { data, error, isPending, refetch } = useApiQuery(ConsoleTrailDocument, {}, { subject: 'console' });
  const rows = data?.trail;
  const told = useCallback((row: Entry) => worded(i18n, row.details), [i18n]);
  const load = useMemo(
    () => localLoader<Entry>({ rows: rows ?? [], text: (row) => `${row.actorName} ${row.action} ${row.actionName} ${row.groupName ?? ''} ${told(row)}`, keys: { AT: (row) => row.at } }),
    [rows, told],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const columns: readonly ListColumn<Entry>[] = [
    { key: 'at', title: t('trail.at'), primary: true, order: 'AT', render: (row) => <DateTime value={row.at} />, value: (row) => row.at },
    { key: 'who', title: t('trail.who'), render: (row) => row.actorName, value: (row) => row.actorName },
    { key: 'action', title: t('trail.action'), render: (row) => row.actionName, value: (row) => row.actionName },
    { key: 'group', title: t('group.name'), render: (row) => row.groupName ?? <Nothing />, value: (row) => row.groupName },
    { key: 'details', title: t('trail.details'), render: told, value: told },
  ];
  return <ListPage listId="operations.trail" subject="console" title={common('nav.consoleTrail')} columns={columns} order={NEWEST} load={load} version={rows} empty={{ title: t('trail.none'), hint: t('trail.noneHint') }} rowKey={(row) => row.id} />;
}
