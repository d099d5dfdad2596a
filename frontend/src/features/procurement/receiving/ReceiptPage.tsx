import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { GoodsReceiptDetailDocument, type GoodsReceiptDetailQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { LineTable } from '@/shared/ui/LineTable';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Day } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { Attachments } from '../attaching/Attachments';
import { DocumentChain } from './DocumentChain';
import { ReceiptActions } from './ReceiptActions';
import { Returns } from './Returns';
import { ReceiptStatusTag, type RejectReason } from './statuses';
import styles from './receiving.module.css';

export type Receipt = NonNullable<GoodsReceiptDetailQuery['goodsReceipt']>;
type Line = Receipt['lines'][number];

const ENDED = new Set(['reversed', 'cancelled']);

/** Nobody has decided by the files yet: they may still be taken away. */
const OPEN = new Set(['draft', 'inspecting']);

/** One goods receipt with what was accepted, rejected and sent back. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const edits = useCan()('procurement.receipt.edit');
  const { data, error, isPending, refetch } = useApiQuery(GoodsReceiptDetailDocument, { id }, { subject: 'receipt' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const receipt = data.goodsReceipt;
  if (!receipt) return <NotFound />;
  return (
    <Page
      title={receipt.number}
      aside={<ReceiptStatusTag status={receipt.status} />}
      intro={receipt.order?.supplierName}
      crumbs={[{ title: t('incoming.receipt.many'), to: places.receipts }]}
      actions={<ReceiptActions receipt={receipt} />}
    >
      <Section title={t('section.facts')}>
        <Facts
          items={[
            { term: t('incoming.receipt.order'), value: receipt.order ? <Link to={places.order(receipt.order.id)} className="num">{receipt.order.number}</Link> : '–' },
            { term: t('incoming.receipt.day'), value: <Day value={receipt.receivedDate} /> },
            { term: t('incoming.receipt.by'), value: receipt.receiverName || '–' },
            { term: t('incoming.deliveryNote'), value: receipt.deliveryNoteRef || '–' },
            { term: t('incoming.posted'), value: <DateTime value={receipt.postedAt} /> },
            { term: t('incoming.receipt.note'), value: receipt.note || '–' },
            ...(receipt.reversalReason ? [{ term: t('incoming.receipt.reversalReason'), value: receipt.reversalReason }] : []),
          ]}
        />
      </Section>
      <Section title={t('incoming.receipt.lines')}>
        <Lines lines={receipt.lines} orderId={receipt.orderId} />
      </Section>
      <Decisions lines={receipt.lines} />
      {receipt.returns.length > 0 && <Returns rows={receipt.returns} />}
      <Attachments kind="receiptId" id={id} adds={edits && !ENDED.has(receipt.status)} removes={edits && OPEN.has(receipt.status)} />
      <DocumentChain orderId={receipt.orderId} />
    </Page>
  );
}

/** What became of goods in quarantine, when anything was decided. */
function Decisions({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('procurement');
  const rows = lines.flatMap((line) => line.decisions.map((decision) => ({ line, decision })));
  if (rows.length === 0) return null;
  return (
    <Section title={t('incoming.decide.list')}>
      {rows.map(({ line, decision }) => (
        <p key={decision.id}>
          {line.orderLine?.description} · {t('incoming.accepted')} <Amount value={decision.acceptedQuantity} uom={line.unit} /> · {t('incoming.rejected')} <Amount value={decision.rejectedQuantity} uom={line.unit} />
          <span className="soft">
            {' '}
            · {decision.reason} · {decision.deciderName}, <DateTime value={decision.decidedAt} />
          </span>
        </p>
      ))}
    </Section>
  );
}

function Lines({ lines, orderId }: { lines: readonly Line[]; orderId: string }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const part = (key: 'receivedQuantity' | 'acceptedQuantity' | 'rejectedQuantity' | 'quarantinedQuantity', title: string, bad = false) => ({
    key,
    title,
    align: 'right' as const,
    render: (_: unknown, line: Line) => (Number(line[key]) === 0 ? <span className="soft">–</span> : <span className={bad ? styles.differs : undefined}><Amount value={line[key]} uom={line.unit} /></span>),
  });
  return (
    <LineTable<Line>
      rowKey="id"
      head="description"
      rows={lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, line) => <span className="num">{line.orderLine?.lineNo ?? line.lineNo}</span> },
        { key: 'description', title: t('incoming.receipt.description'), render: (_, line) => <Link to={places.order(orderId)}>{line.orderLine?.description}</Link> },
        part('receivedQuantity', t('incoming.receipt.received')),
        part('acceptedQuantity', t('incoming.accepted')),
        part('rejectedQuantity', t('incoming.rejected'), true),
        part('quarantinedQuantity', t('incoming.quarantined')),
        { key: 'reason', title: t('incoming.reason'), render: (_, line) => (line.reasonCode ? [t(`incoming.rejectReason.${line.reasonCode as RejectReason}`), line.reason].filter(Boolean).join(': ') : '–') },
        { key: 'lot', title: t('incoming.lot'), render: (_, line) => line.lot || '–' },
      ]}
    />
  );
}
