import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { SupplierInvoiceDetailDocument, type SupplierInvoiceDetailQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Day, Money } from '@/shared/ui/Values';
import { FilesMenu } from '../collaboration/FilesMenu';
import { usePlaces } from '../places';
import { DocumentChain } from '../receiving/DocumentChain';
import { Comparison, PlainLines } from './Comparison';
import { Differences } from './Differences';
import { InvoiceActions } from './InvoiceActions';
import { InvoiceStatusTag } from './statuses';

export type Invoice = NonNullable<SupplierInvoiceDetailQuery['supplierInvoice']>;
/** The response codes that an invoice is answered with, one for each state. */
type AnswerCode = 'AB' | 'IP' | 'UQ' | 'CA' | 'AP' | 'RE' | 'PD';
export type Match = NonNullable<Invoice['matches']>[number];

const POLL = 3_000; // milliseconds, while the scanner looks at the picture

/** One invoice: what it says beside what was ordered and accepted, what differs, and what was decided. */
export function InvoicePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const can = useCan();
  const prices = can('procurement.price.read');
  const inside = can('procurement.setting.read');
  const { data, error, isPending, refetch } = useApiQuery(
    SupplierInvoiceDetailDocument,
    { id, prices, inside },
    { subject: 'invoice', refetchInterval: (found) => (found?.supplierInvoice?.pdfScan === 'waiting' ? POLL : false) },
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const invoice = data.supplierInvoice;
  if (!invoice) return <NotFound />;
  const match = invoice.matches?.find(({ isCurrent }) => isCurrent);
  return (
    <Page
      title={invoice.number}
      aside={<InvoiceStatusTag status={invoice.status} />}
      intro={`${invoice.supplierName} · ${invoice.supplierNumber}`}
      crumbs={[{ title: t('billing.many'), to: places.invoices }]}
      actions={
        <>
          <FilesMenu documentId={invoice.id} givesOnly />
          <InvoiceActions invoice={invoice} />
        </>
      }
    >
      <Section title={t('section.facts')}>
        <InvoiceFacts invoice={invoice} prices={prices} />
      </Section>
      {match && match.exceptions.length > 0 && <Differences invoice={invoice} match={match} />}
      <Section title={match ? t('billing.compare') : t('billing.lines')} intro={match ? t(`billing.way.${match.way as 'two_way' | 'three_way'}`) : undefined}>
        {match ? <Comparison match={match} orderId={invoice.orderId} currency={invoice.currency} prices={prices} /> : <PlainLines invoice={invoice} prices={prices} />}
      </Section>
      {invoice.orderId && <DocumentChain orderId={invoice.orderId} />}
    </Page>
  );
}

function InvoiceFacts({ invoice, prices }: { invoice: Invoice; prices: boolean }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  return (
    <Facts
      items={[
        ...(prices
          ? [
              { term: t('billing.payable'), value: <Money value={invoice.payable} /> },
              { term: t('billing.net'), value: <Money value={invoice.net} /> },
              { term: t('billing.tax'), value: <Money value={invoice.tax} /> },
            ]
          : []),
        { term: t('billing.kind'), value: invoice.kind === '381' ? t('billing.creditNote') : t('billing.one') },
        { term: t('billing.order'), value: invoice.order ? <Link to={places.order(invoice.order.id)} className="num">{invoice.order.number}</Link> : invoice.orderRef || '–' },
        { term: t('billing.issueDate'), value: <Day value={invoice.issueDate} /> },
        ...(invoice.bookingDate && invoice.bookingDate !== invoice.issueDate ? [{ term: t('billing.bookingDate'), value: <Day value={invoice.bookingDate} /> }] : []),
        { term: t('billing.dueDate'), value: <Day value={invoice.dueDate} /> },
        { term: t('billing.answer'), value: t(`billing.answers.${invoice.answerCode as AnswerCode}`) },
        { term: t('billing.sender'), value: invoice.senderName || '–' },
        ...(invoice.creditedNumber ? [{ term: t('billing.creditedNumber'), value: <span className="num">{invoice.creditedNumber}</span> }] : []),
        ...(invoice.paymentRef ? [{ term: t('billing.paymentRef'), value: <span className="num">{invoice.paymentRef}</span> }] : []),
        ...(invoice.note ? [{ term: t('billing.note'), value: invoice.note }] : []),
        ...(invoice.rejectReason ? [{ term: t('billing.rejectReason'), value: invoice.rejectReason }] : []),
        ...(invoice.fileUrl ? [{ term: t('billing.original'), value: <a href={invoice.fileUrl}>XML</a> }] : []),
        ...(invoice.pdfScan ? [{ term: t('billing.attachment'), value: <Picture url={invoice.pdfUrl} scan={invoice.pdfScan} /> }] : []),
        ...(invoice.approvalRunId ? [{ term: t('billing.approval'), value: <Link to={places.approvalRun(invoice.approvalRunId)}>{t('billing.approvalShow')}</Link> }] : []),
      ]}
    />
  );
}

/** The picture handed in with the invoice: a link once it was found clean. */
function Picture({ url, scan }: { url?: string | null; scan: string }) {
  const { t } = useTranslation('procurement');
  if (url) return <a href={url}>{t('billing.picture')}</a>;
  return (
    <StatusTag tone={scan === 'infected' ? 'bad' : 'idle'} hollow={scan === 'waiting'}>
      {t(`attachment.scan.${scan as 'waiting' | 'clean' | 'infected'}`)}
    </StatusTag>
  );
}
