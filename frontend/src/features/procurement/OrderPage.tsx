import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PurchaseOrderDetailDocument, type PurchaseOrderDetailQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { LineTable } from '@/shared/ui/LineTable';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Day, Money } from '@/shared/ui/Values';
import { Attachments } from './attaching/Attachments';
import { CollaborationSection } from './collaboration/CollaborationSection';
import { addDecimals } from './decimals';
import { OrderActions } from './OrderActions';
import { KINDS } from './ordering/OrderKind';
import { BlanketSection } from './ordering/BlanketSection';
import { usePlaces } from './places';
import { DocumentChain } from './receiving/DocumentChain';
import { AxisTag, HoldTags, OrderStatusTag } from './statuses';
import { SupplierNote } from './SupplierNote';
import styles from './procurement.module.css';

export type Order = NonNullable<PurchaseOrderDetailQuery['purchaseOrder']>;
type OrderLine = Order['lines'][number];

const AXES = ['confirmation', 'receipt', 'invoice', 'payment'] as const;

/** Until then the order may still go to another supplier. */
const BEFORE_ISSUE = new Set(['draft', 'in_approval', 'approved']);
const ENDED = new Set(['closed', 'short_closed', 'cancelled']);

/** One purchase order with its lines, dates and independent axes. */
export function OrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const can = useCan();
  const prices = can('procurement.price.read');
  const inside = can('procurement.setting.read');
  const { data, error, isPending, refetch } = useApiQuery(PurchaseOrderDetailDocument, { id, prices, inside }, { subject: 'order' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const order = data.purchaseOrder;
  if (!order) return <NotFound />;
  return (
    <Page
      title={order.number}
      aside={
        <>
          <OrderStatusTag status={order.status} />
          <HoldTags buyer={order.buyerHold} sanction={order.sanctionHold} />
        </>
      }
      intro={order.supplierName}
      crumbs={[{ title: t('order.many'), to: places.orders }]}
      actions={<OrderActions order={order} />}
    >
      {BEFORE_ISSUE.has(order.status) && <SupplierNote supplierId={order.supplierId} categoryIds={order.lines.flatMap((line) => line.categoryId ?? [])} />}
      <Section title={t('section.facts')}>
        <div className={styles.axes}>
          {AXES.map((axis) => (
            <span key={axis}>
              <span>{t(`axis.${axis}`)}</span>
              <AxisTag state={order[axis]} />
            </span>
          ))}
        </div>
        <OrderFacts order={order} prices={prices} inside={inside} />
      </Section>
      {order.orderTypeCode === '221' && <BlanketSection order={order} prices={prices} />}
      <Section title={t('section.lines')}>
        <OrderLines order={order} prices={prices} inside={inside} />
      </Section>
      <Attachments kind="orderId" id={id} adds={can('procurement.order.edit') && !ENDED.has(order.status)} removes={can('procurement.order.edit') && order.status === 'draft'} />
      {order.issuedAt && can('procurement.order_change.read') && <CollaborationSection orderId={order.id} />}
      {order.issuedAt && <DocumentChain orderId={order.id} />}
    </Page>
  );
}

interface PartProps {
  order: Order;
  prices: boolean;
  inside: boolean;
}

function OrderFacts({ order, prices, inside }: PartProps) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  return (
    <Facts
      items={[
        ...(prices
          ? [
              { term: t('field.net'), value: <Money value={order.total} /> },
              { term: t('field.tax'), value: <Money value={order.tax} /> },
              { term: t('field.payable'), value: <Money value={order.payable} /> },
            ]
          : []),
        { term: t('ordering.kind'), value: <Kind order={order} /> },
        { term: t('field.supplier'), value: order.supplierName },
        { term: t('field.buyer'), value: order.buyerName || '–' },
        { term: t('field.orderDate'), value: <Day value={order.orderDate} /> },
        { term: t('field.issuedAt'), value: <DateTime value={order.issuedAt} /> },
        { term: t('field.incoterm'), value: order.incoterm || '–' },
        { term: t('field.paymentTerms'), value: order.paymentTerms || '–' },
        { term: t('field.shipTo'), value: order.shipTo || '–' },
        ...(inside ? [{ term: t('field.costCentre'), value: order.costCentre || '–' }] : []),
        { term: t('field.externalRef'), value: order.externalRef || '–' },
        { term: t('field.note'), value: order.note || '–' },
        ...(order.approvalRunId
          ? [{ term: t('field.approval'), value: <Link to={places.approvalRun(order.approvalRunId)}>{t('field.approvalShow')}</Link> }]
          : []),
      ]}
    />
  );
}

/** The kind of order; a call-off leads to its blanket order. */
function Kind({ order }: { order: Order }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const word = t(`ordering.kinds.${KINDS[order.orderTypeCode] ?? 'order'}`);
  return order.blanketId ? <Link to={places.order(order.blanketId)}>{word}</Link> : <>{word}</>;
}

function OrderLines({ order, prices, inside }: PartProps) {
  const { t } = useTranslation('procurement');
  const { currency } = order;
  return (
    <LineTable<OrderLine>
      rowKey="id"
      head="description"
      rows={order.lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, line) => <span className="num">{line.lineNo}</span> },
        { key: 'description', title: t('line.description'), render: (_, line) => <div className={styles.what}>{line.description}</div> },
        { key: 'quantity', title: t('line.quantity'), align: 'right', render: (_, line) => <Amount value={line.quantity} uom={line.unit} /> },
        ...(prices
          ? [
              { key: 'price', title: t('line.unitPrice'), align: 'right' as const, render: (_: unknown, line: OrderLine) => <Money value={line.unitPrice ? { amount: line.unitPrice, currency } : null} /> },
              { key: 'amount', title: t('line.amount'), align: 'right' as const, render: (_: unknown, line: OrderLine) => <Money value={line.lineExtensionAmount ? { amount: line.lineExtensionAmount, currency } : null} /> },
            ]
          : []),
        { key: 'requested', title: t('line.requested'), render: (_, line) => <Dates line={line} of="requestedDate" /> },
        { key: 'promised', title: t('line.promised'), render: (_, line) => <Dates line={line} of="promisedDate" /> },
        { key: 'delivered', title: t('line.delivered'), render: (_, line) => <Delivered line={line} /> },
        ...(inside ? [{ key: 'requisition', title: t('requisition.one'), render: (_: unknown, line: OrderLine) => <FromRequisition line={line} /> }] : []),
      ]}
    />
  );
}

function Dates({ line, of }: { line: OrderLine; of: 'requestedDate' | 'promisedDate' }) {
  const parts = line.schedules.filter((schedule) => schedule[of]);
  const days = [...new Set(parts.map((schedule) => schedule[of]))];
  if (days.length === 0) return <Day value={null} />;
  return (
    <>
      {days.map((day) => (
        <div key={day}>
          <Day value={day} />
          {days.length > 1 && <PartOf line={line} schedules={parts.filter((schedule) => schedule[of] === day)} />}
        </div>
      ))}
    </>
  );
}

/** How much of a line a day stands for, when there are several. */
function PartOf({ line, schedules }: { line: OrderLine; schedules: OrderLine['schedules'] }) {
  return (
    <span className="soft">
      {' · '}
      <Amount value={addDecimals(schedules.map(({ quantity }) => quantity))} uom={line.unit} />
    </span>
  );
}

function Delivered({ line }: { line: OrderLine }) {
  const { t } = useTranslation('procurement');
  const delivered = line.schedules.filter((schedule) => schedule.deliveredDate);
  if (delivered.length === 0) return <Day value={null} />;
  return (
    <>
      {delivered.map((schedule) => (
        <div key={schedule.id}>
          <Day value={schedule.deliveredDate} />
          {(schedule.daysLate ?? 0) > 0 && <span className="soft"> {t('line.late', { count: schedule.daysLate ?? 0 })}</span>}
        </div>
      ))}
    </>
  );
}

function FromRequisition({ line }: { line: OrderLine }) {
  const places = usePlaces();
  const requisition = line.requisitionLine?.requisition;
  if (!requisition) return <span className="soft">–</span>;
  return (
    <Link to={places.requisition(requisition.id)} className="num">
      {requisition.number}
    </Link>
  );
}
