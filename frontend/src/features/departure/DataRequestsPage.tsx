import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonRequestsDocument, type PersonRequestFilter, type PersonRequestOrder, type PersonRequestsQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { ProtectionTabs } from './ProtectionTabs';
import { RequestDrawer } from './RequestDrawer';

export type DataRequest = PersonRequestsQuery['personRequests']['edges'][number]['node'];

const BY_DUE = { field: 'DUE_AT', descending: false };
const STATES = ['open', 'done', 'refused'] as const;
const TONES: Record<string, Tone> = { open: 'warn', done: 'good', refused: 'idle' };

/** What people ask the group about their data, by the day the answer is due. */
export function DataRequestsPage() {
  const { t } = useTranslation('departure');
  const door = useDoor();
  const [open, setOpen] = useState<DataRequest | null>(null);
  const fields = useMemo<readonly FilterField[]>(() => [{ kind: 'choice', key: 'status', title: t('request.state'), options: STATES.map((value) => ({ value, label: t(`request.status.${value}`) })) }], [t]);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        PersonRequestsDocument,
        ({ first, after, filters, order }) => ({ first, after, filter: filterInput<PersonRequestFilter>(fields, filters), orderBy: orderBy<PersonRequestOrder>(order) }),
        (result) => result.personRequests,
      ),
    [door, fields],
  );
  const kind = (row: DataRequest): string => t(`request.kind.${row.kind as 'erasure'}`);
  const columns: readonly ListColumn<DataRequest>[] = [
    { key: 'who', title: t('request.who'), primary: true, render: (row) => row.displayName, value: (row) => row.displayName },
    { key: 'kind', title: t('request.what'), render: kind, value: kind },
    { key: 'status', title: t('request.state'), render: (row) => <StatusTag tone={TONES[row.status ?? ''] ?? 'idle'}>{t(`request.status.${row.status as 'open'}`)}</StatusTag>, value: (row) => t(`request.status.${row.status as (typeof STATES)[number]}`) },
    { key: 'asked', title: t('request.asked'), order: 'REQUESTED_AT', render: (row) => <DateTime value={row.requestedAt} />, value: (row) => row.requestedAt },
    { key: 'due', title: t('request.due'), order: 'DUE_AT', render: (row) => <DateTime value={row.dueAt} />, value: (row) => row.dueAt },
  ];
  return (
    <>
      <ListPage
        listId="privacy.requests"
        subject="personRequest"
        title={t('request.title')}
        intro={t('request.intro')}
        tabs={<ProtectionTabs />}
        columns={columns}
        filters={fields}
        order={BY_DUE}
        load={load}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        empty={{ title: t('request.empty'), hint: t('request.emptyHint') }}
      />
      <RequestDrawer request={open} onClose={() => setOpen(null)} />
    </>
  );
}
