import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  AlertCountsDocument as GroupCounts, AlertMailsChooseDocument as GroupChoose, AlertMailsDocument as GroupMails, AlertsDocument as GroupAlerts,
  type AlertFilter, type AlertOrder, type AlertShownFragment,
} from '@/gql/group/graphql';
import { AlertCountsDocument as UnitCounts, AlertMailsChooseDocument as UnitChoose, AlertMailsDocument as UnitMails, AlertsDocument as UnitAlerts } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { AlertDrawer } from './AlertDrawer';

type Row = AlertShownFragment;

const NEWEST = { field: 'RAISED_AT', descending: true };
const MAILS = ['urgent', 'all', 'none'] as const;

/** What a list of each state holds; what is not asked for is what is open. */
const STATES = {
  open: { resolvedAt: { isNull: true }, closedAt: { isNull: true }, snoozedUntilAt: { isNull: true } },
  snoozed: { resolvedAt: { isNull: true }, closedAt: { isNull: true }, snoozedUntilAt: { isNull: false } },
  closed: { resolvedAt: { isNull: true }, closedAt: { isNull: false } },
  gone: { resolvedAt: { isNull: false } },
} satisfies Record<string, AlertFilter>;
type State = keyof typeof STATES;
const STATE_NAMES = Object.keys(STATES) as State[];

/** The kinds that are open now, as a filter with how many there are. */
function useKinds(): readonly { value: string; label: string }[] {
  const { data } = useApiQuery(useForDoor(GroupCounts, UnitCounts), {}, { subject: 'alert' });
  return useMemo(() => {
    const kinds = new Map<string, { name: string; count: number }>();
    for (const each of data?.alertCounts ?? []) kinds.set(each.kind, { name: each.name, count: (kinds.get(each.kind)?.count ?? 0) + each.count });
    return [...kinds].map(([value, { name, count }]) => ({ value, label: `${name} (${count})` }));
  }, [data]);
}

/** What is wrong at present, each thing once, with who looks after it; it goes when its cause is gone. */
export function AlertsPage() {
  const { t } = useTranslation('analytics');
  const door = useDoor();
  const context = useWorkContext();
  const me = useViewer().person.id;
  const kinds = useKinds();
  const [params, setParams] = useSearchParams();
  const operation = useForDoor(GroupAlerts, UnitAlerts);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'state', title: t('alerts.state'), options: STATE_NAMES.map((value) => ({ value, label: t(`alerts.states.${value}`) })), single: true },
      { kind: 'choice', key: 'assigneeGid', title: t('alerts.seenBy'), options: [{ value: me, label: t('alerts.me') }], single: true },
      { kind: 'choice', key: 'kind', title: t('alerts.kind'), options: kinds },
      { kind: 'flag', key: 'urgent', title: t('alerts.urgent') },
      { kind: 'days', key: 'raisedAt', title: t('alerts.since'), instants: true },
    ],
    [t, kinds, me],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters: { state, ...filters }, order }) => ({
          first,
          after,
          search,
          filter: { ...filterInput<AlertFilter>(fields, filters), ...STATES[(state as State | undefined) ?? 'open'] },
          orderBy: orderBy<AlertOrder>(order),
        }),
        (result) => result.alerts,
      ),
    [door, operation, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'text', title: t('alerts.what'), primary: true, render: (row) => <What row={row} />, value: (row) => row.text },
      { key: 'kind', title: t('alerts.kind'), hidden: true, render: (row) => row.name, value: (row) => row.name },
      { key: 'advice', title: t('alerts.advice'), render: (row) => row.advice, value: (row) => row.advice },
      { key: 'unit', title: t('dimension.unit'), hidden: context.kind !== 'GROUP', render: (row) => row.unit?.name, value: (row) => row.unit?.name },
      { key: 'since', title: t('alerts.since'), order: 'RAISED_AT', render: (row) => <DateTime value={row.raisedAt} ago />, value: (row) => row.raisedAt },
      { key: 'seenBy', title: t('alerts.seenBy'), render: (row) => row.assigneeName || row.seenByName || '–', value: (row) => row.assigneeName || row.seenByName },
    ],
    [t, context.kind],
  );
  const show = (id: string | null) =>
    setParams((now) => {
      if (id) now.set('alert', id);
      else now.delete('alert');
      return now;
    });
  return (
    <>
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
        onOpen={(row) => show(row.id)}
        empty={{ title: t('alerts.none'), hint: t('alerts.noneHint') }}
      />
      <AlertDrawer id={params.get('alert')} onClose={() => show(null)} />
    </>
  );
}

function What({ row }: { row: Row }) {
  const { t } = useTranslation('analytics');
  return (
    <span>
      {row.urgent && <StatusTag tone="bad">{t('alerts.urgent')}</StatusTag>} {row.text}
    </span>
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
