import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  OrderCancelDocument,
  OrderCloseDocument,
  OrderHoldDocument,
  OrderIssueDocument,
  OrderReleaseDocument,
  OrderSubmitDocument,
  OrderWithdrawDocument,
} from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import type { Order } from './OrderPage';
import { usePlaces } from './places';
import { PrintButton } from './PrintButton';
import { ReasonDialog } from '@/shared/form/ReasonDialog';

const TOUCHES = ['order', 'requisition', 'task'] as const;

function useChanges() {
  return {
    submit: useApiMutation(OrderSubmitDocument, { payload: (r) => r.orderSubmit, touches: TOUCHES }),
    withdraw: useApiMutation(OrderWithdrawDocument, { payload: (r) => r.orderWithdraw, touches: TOUCHES }),
    issue: useApiMutation(OrderIssueDocument, { payload: (r) => r.orderIssue, touches: TOUCHES }),
    cancel: useApiMutation(OrderCancelDocument, { payload: (r) => r.orderCancel, touches: TOUCHES }),
    close: useApiMutation(OrderCloseDocument, { payload: (r) => r.orderClose, touches: TOUCHES }),
    hold: useApiMutation(OrderHoldDocument, { payload: (r) => r.orderHold, touches: TOUCHES }),
    release: useApiMutation(OrderReleaseDocument, { payload: (r) => r.orderRelease, touches: TOUCHES }),
  };
}

/** What can be done with an order now, by this person, in its state. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState<'cancel' | 'close' | 'hold' | null>(null);
  const changes = useChanges();
  const { status, version } = order;
  const key = { orderId: order.id, version };
  const done = () => setAsking(null);
  return (
    <>
      {can('procurement.order.print') && can('procurement.price.read') && <PrintButton order={order} />}
      {['draft', 'in_approval', 'approved', 'issued'].includes(status) && can('procurement.order.cancel') && (
        <Button danger disabled={busy} onClick={() => setAsking('cancel')}>
          {t('action.cancelDocument')}
        </Button>
      )}
      {status === 'issued' && can('procurement.order.close') && (
        <Button disabled={busy} onClick={() => setAsking('close')}>
          {t('action.closeShort')}
        </Button>
      )}
      {['draft', 'approved', 'issued'].includes(status) && !order.buyerHold && can('procurement.order.hold') && (
        <Button disabled={busy} onClick={() => setAsking('hold')}>
          {t('action.hold')}
        </Button>
      )}
      {order.buyerHold && can('procurement.order.hold') && (
        <Button disabled={busy} onClick={() => void run(() => changes.release.mutateAsync({ input: key }), t('order.released'))}>
          {t('action.release')}
        </Button>
      )}
      {status === 'in_approval' && can('procurement.order.submit') && (
        <Button disabled={busy} onClick={() => void run(() => changes.withdraw.mutateAsync({ input: key }), t('order.withdrawn'))}>
          {t('action.withdraw')}
        </Button>
      )}
      {status === 'draft' && can('procurement.order.edit') && (
        <Link to={places.editOrder(order.id)}>
          <Button>{t('action.edit')}</Button>
        </Link>
      )}
      {status === 'draft' && can('procurement.order.submit') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => changes.submit.mutateAsync({ input: key }), t('order.submitted'))}>
          {t('action.submit')}
        </Button>
      )}
      {status === 'issued' && can('procurement.receipt.create') && (
        <Link to={places.receive(order.id)}>
          <Button type="primary">{t('incoming.receive')}</Button>
        </Link>
      )}
      {['issued', 'closed', 'short_closed'].includes(status) && can('procurement.invoice.create') && (
        <Link to={places.newInvoice(order.id)}>
          <Button>{t('billing.new')}</Button>
        </Link>
      )}
      {status === 'approved' && can('procurement.order.issue') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => changes.issue.mutateAsync({ input: key }), t('order.issued'))}>
          {t('action.issue')}
        </Button>
      )}
      <ReasonDialog open={asking === 'cancel'} title={t('order.cancelTitle', { number: order.number })} submitLabel={t('action.cancelDocument')} send={(reason) => changes.cancel.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
      <ReasonDialog open={asking === 'close'} title={t('order.closeTitle', { number: order.number })} submitLabel={t('action.closeShort')} send={(reason) => changes.close.mutateAsync({ input: { ...key, short: true, reason } })} onDone={done} onClose={done} />
      <ReasonDialog open={asking === 'hold'} danger={false} title={t('order.holdTitle', { number: order.number })} submitLabel={t('action.hold')} send={(reason) => changes.hold.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
    </>
  );
}
