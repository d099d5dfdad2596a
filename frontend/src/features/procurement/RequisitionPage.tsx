import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { RequisitionDetailDocument, type RequisitionDetailQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useViewer } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { LineTable } from '@/shared/ui/LineTable';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Day, Money } from '@/shared/ui/Values';
import { Attachments } from './attaching/Attachments';
import { usePlaces } from './places';
import { DocumentChain } from './receiving/DocumentChain';
import { RequisitionActions } from './RequisitionActions';
import { RequisitionStatusTag } from './statuses';
import styles from './procurement.module.css';

export type Requisition = NonNullable<RequisitionDetailQuery['requisition']>;
export type RequisitionLine = Requisition['lines'][number];

/** States in which nobody decides any more, and in which nobody has begun to. */
const ENDED = new Set(['rejected', 'closed', 'cancelled']);
const OPEN = new Set(['draft', 'returned']);

/** One requisition: what is needed, where it stands, and what became of each line. */
export function RequisitionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const can = useCan();
  const orders = can('procurement.order.read');
  const me = useViewer().person.id;
  const { data, error, isPending, refetch } = useApiQuery(RequisitionDetailDocument, { id, orders }, { subject: 'requisition' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const requisition = data.requisition;
  if (!requisition) return <NotFound />;
  const works = requisition.requesterId === me || can('procurement.requisition.order');
  return (
    <Page
      title={requisition.number}
      aside={<RequisitionStatusTag status={requisition.status} />}
      intro={requisition.title}
      crumbs={[{ title: t('requisition.many'), to: places.requisitions }]}
      actions={<RequisitionActions requisition={requisition} />}
    >
      <Section title={t('section.facts')}>
        <Facts
          items={[
            { term: t('field.total'), value: <Money value={requisition.total} /> },
            { term: t('field.requester'), value: requisition.requesterName },
            { term: t('field.costCentre'), value: requisition.costCentre || '–' },
            { term: t('field.needBy'), value: <Day value={requisition.needByDate} /> },
            { term: t('field.createdAt'), value: <DateTime value={requisition.createdAt} /> },
            { term: t('field.submittedAt'), value: <DateTime value={requisition.submittedAt} /> },
            { term: t('field.approvedAt'), value: <DateTime value={requisition.approvedAt} /> },
            { term: t('field.justification'), value: requisition.justification || '–' },
            ...(requisition.approvalRunId
              ? [{ term: t('field.approval'), value: <Link to={places.approvalRun(requisition.approvalRunId)}>{t('field.approvalShow')}</Link> }]
              : []),
          ]}
        />
      </Section>
      <Section title={t('section.lines')}>
        <Lines requisition={requisition} />
      </Section>
      {ordersOf(requisition.lines).map(([order]) => (
        <DocumentChain key={order} orderId={order} />
      ))}
      <Attachments kind="requisitionId" id={id} adds={works && !ENDED.has(requisition.status)} removes={works && OPEN.has(requisition.status)} />
    </Page>
  );
}

function Lines({ requisition }: { requisition: Requisition }) {
  const { t } = useTranslation('procurement');
  const { currency } = requisition;
  return (
    <LineTable<RequisitionLine>
      rowKey="id"
      head="description"
      rows={requisition.lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, line) => <span className="num">{line.lineNo}</span> },
        { key: 'description', title: t('line.description'), render: (_, line) => <div className={styles.what}>{line.description}</div> },
        { key: 'quantity', title: t('line.quantity'), align: 'right', render: (_, line) => <Amount value={line.quantity} uom={line.unit} /> },
        { key: 'price', title: t('line.unitPrice'), align: 'right', render: (_, line) => <Money value={{ amount: line.unitPrice, currency }} /> },
        { key: 'amount', title: t('line.amount'), align: 'right', render: (_, line) => <Money value={{ amount: line.lineAmount, currency }} /> },
        { key: 'needBy', title: t('field.needBy'), render: (_, line) => <Day value={line.needByDate} /> },
        { key: 'open', title: t('line.open'), align: 'right', render: (_, line) => <Amount value={line.openQuantity} uom={line.unit} /> },
        { key: 'orders', title: t('line.orders'), render: (_, line) => <LineOrders line={line} /> },
      ]}
      total={{ column: 'amount', label: t('field.total'), value: <Money value={requisition.total} /> }}
    />
  );
}

/** The orders that lines went into, each once, with its number. */
const ordersOf = (lines: readonly RequisitionLine[]) => [
  ...new Map(lines.flatMap(({ orderLines }) => (orderLines ?? []).flatMap(({ order }) => (order ? [[order.id, order.number] as const] : [])))),
];

function LineOrders({ line }: { line: RequisitionLine }) {
  const places = usePlaces();
  const orders = ordersOf([line]);
  if (orders.length === 0) return <span className="soft">–</span>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, flexWrap: 'wrap' }}>
      {[...orders].map(([id, number]) => (
        <Link key={id} to={places.order(id)} className="num">
          {number}
        </Link>
      ))}
    </span>
  );
}
