import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DocumentChainDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { InvoiceStatusTag, RunStatusTag } from '../invoicing/statuses';
import { NoticeStatusTag } from '../collaboration/noticeStatus';
import { usePlaces } from '../places';
import { AxisTag, OrderStatusTag, RequisitionStatusTag } from '../statuses';
import { ReceiptStatusTag, ReturnStatusTag } from './statuses';
import styles from './receiving.module.css';

interface Entry {
  id: string;
  number: string;
  to?: string;
  tag: ReactNode;
}

/** Every document around one order, from the need to the payment, as far as the reader may see them. */
export function DocumentChain({ orderId }: { orderId: string }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const rights = { inside: can('procurement.setting.read'), prices: can('procurement.price.read'), payments: can('procurement.payment.read') };
  const able = can('procurement.receipt.read') && can('procurement.invoice.read') && can('procurement.order_change.read');
  const { data } = useApiQuery(DocumentChainDocument, { id: orderId, ...rights }, { subject: 'order', enabled: able });
  const order = data?.purchaseOrder;
  if (!order) return null;
  const requisitions = new Map(order.lines.flatMap(({ requisitionLine }) => (requisitionLine?.requisition ? [[requisitionLine.requisition.id, requisitionLine.requisition] as const] : [])));
  const runs = new Map(order.invoices.flatMap(({ payments }) => (payments ?? []).flatMap(({ run }) => (run ? [[run.id, run] as const] : []))));
  const stages: [string, Entry[]][] = [
    [t('incoming.chain.requisition'), [...requisitions.values()].map((r) => ({ id: r.id, number: r.number, to: places.requisition(r.id), tag: <RequisitionStatusTag status={r.status} /> }))],
    [t('incoming.chain.order'), [{ id: order.id, number: order.number, to: places.order(order.id), tag: <OrderStatusTag status={order.status} /> }]],
    [t('incoming.chain.confirmation'), order.confirmations.map((c) => ({ id: c.id, number: c.number, tag: <AxisTag state={c.response} /> }))],
    [t('incoming.chain.shipNotice'), order.shipNotices.map((n) => ({ id: n.id, number: n.number, to: places.shipNotice(n.id), tag: <NoticeStatusTag status={n.status} /> }))],
    [t('incoming.chain.receipt'), order.receipts.map((r) => ({ id: r.id, number: r.number, to: places.receipt(r.id), tag: <ReceiptStatusTag status={r.status} /> }))],
    [t('incoming.chain.return'), order.returns.map((r) => ({ id: r.id, number: r.number, tag: <ReturnStatusTag status={r.status} /> }))],
    [t('incoming.chain.invoice'), order.invoices.map((i) => ({ id: i.id, number: i.number, to: places.invoice(i.id), tag: <InvoiceStatusTag status={i.status} /> }))],
    [t('incoming.chain.payment'), [...runs.values()].map((r) => ({ id: r.id, number: r.number, to: places.paymentRun(r.id), tag: <RunStatusTag status={r.status} /> }))],
  ];
  return (
    <Section title={t('incoming.chain.title')}>
      <ol className={styles.chain}>
        {stages
          .filter(([label, entries]) => entries.length > 0 || ![t('incoming.chain.return'), ...(rights.inside ? [] : [t('incoming.chain.requisition'), t('incoming.chain.payment')])].includes(label))
          .map(([label, entries]) => (
            <li key={label} className={styles.stage}>
              <span>{label}</span>
              <ul>
                {entries.length === 0 && <li className="soft">{t('incoming.chain.none')}</li>}
                {entries.map((entry) => (
                  <li key={entry.id}>
                    {entry.to ? <Link to={entry.to} className="num">{entry.number}</Link> : <span className="num">{entry.number}</span>}
                    <div>{entry.tag}</div>
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
    </Section>
  );
}
