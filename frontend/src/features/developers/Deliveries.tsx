import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  WebhookDeliveriesDocument as GroupLog,
  WebhookDeliveryReplayDocument as GroupReplay,
  type WebhookDeliveriesQuery,
  type WebhookDeliveryFilter,
  type WebhookDeliveryOrder,
} from '@/gql/group/graphql';
import { WebhookDeliveriesDocument as UnitLog, WebhookDeliveryReplayDocument as UnitReplay } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { List } from '@/shared/list/List';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts, Section } from '@/shared/ui/Page';
import { Count, DateTime, Nothing } from '@/shared/ui/Values';
import { Code } from './Code';
import { DELIVERY_STATES, DeliveryStatus } from './words';

type Delivery = WebhookDeliveriesQuery['webhookDeliveries']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };
const DAYS = 30 * 86_400_000;

/** The log of one webhook: every event, how it went, and the way to send it again. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('developers');
  const door = useDoor();
  const may = useCan()('webhooks.webhook_delivery.replay');
  const operation = useForDoor(GroupLog, UnitLog);
  const [open, setOpen] = useState<Delivery | null>(null);
  const { run, busy } = useAction();
  const replay = useApiMutation(useForDoor(GroupReplay, UnitReplay), { payload: (r) => r.webhookDeliveryReplay, touches: ['webhookDelivery', 'webhook'] });
  const fields = useMemo<readonly FilterField[]>(
    () => [{ kind: 'choice', key: 'status', title: t('hook.state'), options: DELIVERY_STATES.map((value) => ({ value, label: t(`delivery.status.${value}`) })) }],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({
          first,
          after,
          search,
          filter: { ...filterInput<WebhookDeliveryFilter>(fields, filters), webhookId: { eq: webhookId } },
          orderBy: orderBy<WebhookDeliveryOrder>(order),
        }),
        (result) => result.webhookDeliveries,
      ),
    [door, operation, fields, webhookId],
  );
  const answer = (row: Delivery): string => (row.answerStatus ? `HTTP ${row.answerStatus}` : (row.lastError ?? ''));
  const columns: readonly ListColumn<Delivery>[] = [
    { key: 'at', title: t('delivery.at'), order: 'CREATED_AT', render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
    { key: 'event', title: t('delivery.event'), primary: true, render: (row) => <code>{row.eventType}</code>, value: (row) => row.eventType },
    { key: 'status', title: t('hook.state'), render: (row) => <DeliveryStatus status={row.status} />, value: (row) => t(`delivery.status.${row.status as (typeof DELIVERY_STATES)[number]}`) },
    { key: 'attempts', title: t('delivery.attempts'), numeric: true, render: (row) => <Count value={row.attempts} />, value: (row) => String(row.attempts) },
    { key: 'answer', title: t('delivery.answer'), render: (row) => answer(row) || <Nothing />, value: answer },
  ];
  const again = (input: { deliveryId?: string; since?: string }) =>
    run(() => replay.mutateAsync({ input: { webhookId, ...input } }), t('delivery.replayed')).then(() => setOpen(null));
  return (
    <Section
      title={t('delivery.title')}
      intro={t('delivery.intro')}
      actions={
        may && (
          <Button loading={busy} onClick={() => void again({ since: new Date(Date.now() - DAYS).toISOString() })}>
            {t('delivery.replayAll')}
          </Button>
        )
      }
    >
      <List listId="webhooks.deliveries" subject="webhookDelivery" title={t('delivery.title')} columns={columns} filters={fields} order={NEWEST} load={load} rowKey={(row) => row.id} onOpen={setOpen} empty={{ title: t('delivery.empty'), hint: t('delivery.emptyHint') }} />
      <Drawer open={open !== null} onClose={() => setOpen(null)} size={560} title={open?.eventType} extra={may && open && <Button loading={busy} onClick={() => void again({ deliveryId: open.id })}>{open.status === 'waiting' ? t('delivery.now') : t('delivery.replay')}</Button>}>
        {open && (
          <>
            <Facts
              items={[
                { term: t('hook.state'), value: <DeliveryStatus status={open.status} /> },
                { term: t('delivery.answer'), value: answer(open) || <Nothing /> },
                { term: t('delivery.took'), value: open.durationMs === null || open.durationMs === undefined ? <Nothing /> : `${open.durationMs} ms` },
                { term: t('delivery.next'), value: <DateTime value={open.nextAttemptAt} /> },
                { term: t('delivery.done'), value: <DateTime value={open.deliveredAt} /> },
              ]}
            />
            <Code text={pretty(open.body)} label={t('delivery.body')} />
          </>
        )}
      </Drawer>
    </Section>
  );
}

function pretty(body: string | null | undefined): string {
  return body ? JSON.stringify(JSON.parse(body), null, 2) : '';
}
