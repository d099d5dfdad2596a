import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CycleDocumentsDocument, DeliveryDocumentsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Amount } from '@/shared/ui/Amount';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, Day } from '@/shared/ui/Values';
import { Rows } from './Rows';

interface Period {
  start: string;
  end: string;
}

/** The deliveries behind a share, the latest against their day first. */
export function DeliveryDocuments({ start, end, supplierId, itemId }: Period & { supplierId?: string; itemId?: string }) {
  const { t } = useTranslation('analytics');
  const base = contextPath(useWorkContext());
  const { data, error, isPending, refetch } = useApiQuery(DeliveryDocumentsDocument, { start, end, supplierId, itemId }, { subject: 'delivery', keepPrevious: true });
  return (
    <Section title={t('insight.documents')} intro={t('insight.latestFirst')}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Rows
          label={t('insight.documents')}
          rows={data.deliveryDocuments}
          rowKey={(row, index) => `${row.receiptId ?? row.orderId}${index}`}
          columns={[
            { key: 'document', title: t('insight.document'), render: (row) => (row.receiptId ? <Link to={`${base}/receipts/${row.receiptId}`}>{row.receiptNumber}</Link> : <Link to={`${base}/orders/${row.orderId}`}>{row.orderNumber}</Link>) },
            { key: 'what', title: t('insight.what'), render: (row) => row.description },
            { key: 'due', title: t('insight.due'), render: (row) => <Day value={row.dueDate} /> },
            { key: 'came', title: t('insight.came'), render: (row) => <Day value={row.receivedDate} /> },
            { key: 'quantity', title: t('insight.quantity'), numeric: true, render: (row) => <Amount value={row.quantity} uom={row.unit} /> },
            { key: 'inTime', title: t('insight.inTime'), render: (row) => row.inTime !== null && row.inTime !== undefined && <StatusTag tone={row.inTime ? 'good' : 'bad'}>{row.inTime ? t('insight.yes') : t('insight.late')}</StatusTag> },
          ]}
        />
      )}
    </Section>
  );
}

/** The requisitions behind a cycle time, the slowest first. */
export function CycleDocuments({ start, end, categoryId }: Period & { categoryId?: string }) {
  const { t } = useTranslation('analytics');
  const base = contextPath(useWorkContext());
  const { data, error, isPending, refetch } = useApiQuery(CycleDocumentsDocument, { start, end, categoryId }, { subject: 'cycle', keepPrevious: true });
  return (
    <Section title={t('insight.documents')} intro={t('insight.slowestFirst')}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Rows
          label={t('insight.documents')}
          rows={data.cycleDocuments}
          rowKey={(row, index) => `${row.requisitionId}${index}`}
          columns={[
            { key: 'document', title: t('insight.document'), render: (row) => <Link to={`${base}/requisitions/${row.requisitionId}`}>{row.number}</Link> },
            { key: 'what', title: t('insight.what'), render: (row) => row.description },
            { key: 'submitted', title: t('insight.submitted'), render: (row) => <Day value={row.submittedDate} /> },
            { key: 'came', title: t('insight.firstGoods'), render: (row) => <Day value={row.receivedDate} /> },
            { key: 'days', title: t('insight.days'), numeric: true, render: (row) => <Count value={row.days} /> },
          ]}
        />
      )}
    </Section>
  );
}
