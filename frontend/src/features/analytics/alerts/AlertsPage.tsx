import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  AlertCountsDocument as GroupCounts, AlertMailsChooseDocument as GroupChoose, AlertMailsDocument as GroupMails, AlertsDocument as GroupAlerts, AlertSeeDocument as GroupSee,
  type AlertFilter, type AlertOrder, type AlertsQuery,
} from '@/gql/group/graphql';
import { AlertCountsDocument as UnitCounts, AlertMailsChooseDocument as UnitChoose, AlertMailsDocument as UnitMails, AlertsDocument as UnitAlerts, AlertSeeDocument as UnitSee } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';

type Row = AlertsQuery['alerts']['edges'][number]['node'];

const NEWEST = { field: 'RAISED_AT', descending: true };
const FOLDERS: Readonly<Record<string, string>> = { order: 'orders', requisition: 'requisitions', receipt: 'receipts', invoice: 'invoices', supplier: 'suppliers' };
const MAILS = ['urgent', 'all', 'none'] as const;

/** The kinds that are open now, as a filter with how many there are. */
function useKinds(): readonly { value: string; label: string }[] {
  const { data } = useApiQuery(useForDoor(GroupCounts, UnitCounts), {}, { subject: 'alert' });
  return useMemo(() => {
    const kinds = new Map<string, { name: string; count: number }>();
    for (const each of data?.alertCounts ?? []) kinds.set(each.kind, { name: each.name, count: (kinds.get(each.kind)?.count ?? 0) + each.count });
    return [...kinds].map(([value, { name, count }]) => ({ value, label: `${name} (${count})` }));
  }, [data]);
}

/** The place of the document an alert is about, for who works where it is. */
function usePlaceOf(): (row: Row) => string | undefined {
  const context = useWorkContext();
  const { contexts } = useViewer();
  return (row) => {
    const folder = FOLDERS[row.subjectType];
    const where = row.unitId === null || row.unitId === undefined || context.kind === 'UNIT' ? context : contexts.find((each) => each.kind === 'UNIT' && each.id === row.unitId);
    return folder && where && row.subjectId ? `${contextPath(where)}/${folder}/${row.subjectId}` : undefined;
  };
}

/** What is wrong at present, each thing once, with what to do about it; it goes when its cause is gone. */
export function AlertsPage() {
  const { t } = useTranslation('analytics');
  const door = useDoor();
  const context = useWorkContext();
  const kinds = useKinds();
  const placeOf = usePlaceOf();
  const operation = useForDoor(GroupAlerts, UnitAlerts);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'kind', title: t('alerts.kind'), options: kinds },
      { kind: 'flag', key: 'urgent', title: t('alerts.urgent') },
      { kind: 'days', key: 'raisedAt', title: t('alerts.since'), instants: true },
    ],
    [t, kinds],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, filters, order }) => ({ first, after, filter: { ...filterInput<AlertFilter>(fields, filters), resolvedAt: { isNull: true } }, orderBy: orderBy<AlertOrder>(order) }),
        (result) => result.alerts,
      ),
    [door, operation, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'text', title: t('alerts.what'), primary: true, render: (row) => <What row={row} place={placeOf(row)} />, value: (row) => row.text },
      { key: 'advice', title: t('alerts.advice'), render: (row) => row.advice, value: (row) => row.advice },
      { key: 'unit', title: t('dimension.unit'), hidden: context.kind !== 'GROUP', render: (row) => row.unit?.name, value: (row) => row.unit?.name },
      { key: 'since', title: t('alerts.since'), order: 'RAISED_AT', render: (row) => <DateTime value={row.raisedAt} ago />, value: (row) => row.raisedAt },
      { key: 'seenBy', title: t('alerts.seenBy'), render: (row) => <Taken row={row} />, value: (row) => row.seenByName || '–' },
    ],
    // The place follows the viewer, who does not change while the list is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, context.kind],
  );
  return (
    <ListPage
      listId="analytics.alerts"
      subject="alert"
      title={t('alerts.title')}
      intro={t('alerts.intro')}
      actions={<Mails />}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      searchable={false}
      empty={{ title: t('alerts.none'), hint: t('alerts.noneHint') }}
    />
  );
}

function What({ row, place }: { row: Row; place?: string }) {
  const { t } = useTranslation('analytics');
  return (
    <span>
      {row.urgent && <StatusTag tone="bad">{t('alerts.urgent')}</StatusTag>} {place ? <Link to={place}>{row.text}</Link> : row.text}
    </span>
  );
}

function Taken({ row }: { row: Row }) {
  const { t } = useTranslation('analytics');
  const can = useCan();
  const { run, busy } = useAction();
  const see = useApiMutation(useForDoor(GroupSee, UnitSee), { payload: (r) => r.alertSee, touches: ['alert'] });
  if (row.seenAt) return <span>{row.seenByName}</span>;
  if (!can('accounts.alert.see')) return <span className="soft">–</span>;
  return (
    <Button size="small" loading={busy} onClick={() => void run(() => see.mutateAsync({ input: { alertId: row.id } }), t('alerts.taken'))}>
      {t('alerts.take')}
    </Button>
  );
}

/** Of which alerts the person wants mails. */
function Mails() {
  const { t } = useTranslation('analytics');
  const { run, busy } = useAction();
  const { data } = useApiQuery(useForDoor(GroupMails, UnitMails), {}, { subject: 'alertMails' });
  const choose = useApiMutation(useForDoor(GroupChoose, UnitChoose), { payload: (r) => r.alertMailsChoose, touches: ['alertMails'] });
  const chosen = data?.viewer?.person.alertMails;
  if (!chosen) return null;
  return (
    <Select
      aria-label={t('alerts.mails')}
      value={chosen}
      loading={busy}
      popupMatchSelectWidth={false}
      options={MAILS.map((value) => ({ value, label: t(`alerts.mail.${value}`) }))}
      onChange={(alertMails: string) => void run(() => choose.mutateAsync({ input: { alertMails } }), t('alerts.mailsSaved'))}
    />
  );
}
