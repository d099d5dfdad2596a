import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { BillingInvoicesDocument, type BillingInvoicesQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Day, Money } from '@/shared/ui/Values';
import styles from './billing.module.css';

type Invoice = BillingInvoicesQuery['billingInvoices']['nodes'][number];
type InvoiceStatus = 'open' | 'paid' | 'void' | 'uncollectible';

const SHOWN = 24;
const TONES: Readonly<Record<InvoiceStatus, Tone>> = { open: 'warn', paid: 'good', void: 'idle', uncollectible: 'bad' };

/** An invoice is made, and then paid, a moment after the subscription has changed. */
const ASK_EVERY = 5_000;

/** The latest invoices; each is shown and downloaded at the payment provider. */
export function InvoicesSection({ isPaid }: { isPaid: boolean }) {
  const { t } = useTranslation('billing');
  const { data, isPending, isError, error, refetch } = useApiQuery(BillingInvoicesDocument, { first: SHOWN }, {
    subject: 'invoice',
    refetchInterval: (found) => (isPaid && (found?.billingInvoices.nodes[0]?.status ?? 'open') === 'open' ? ASK_EVERY : false),
  });
  return (
    <Section title={t('invoices')}>
      {isPending ? (
        <Loading />
      ) : isError ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data.billingInvoices.nodes.length === 0 ? (
        <p className={styles.line}>{t('noInvoices')}</p>
      ) : (
        <Table<Invoice>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: true }}
          dataSource={[...data.billingInvoices.nodes]}
          columns={[
            { key: 'number', title: t('number'), render: (_, row) => row.number },
            { key: 'date', title: t('date'), render: (_, row) => <Day value={row.issuedAt?.slice(0, 10)} /> },
            {
              key: 'status',
              title: t('state'),
              render: (_, row) => <StatusTag tone={TONES[row.status as InvoiceStatus] ?? 'idle'}>{t(`invoiceStatus.${row.status as InvoiceStatus}`)}</StatusTag>,
            },
            { key: 'total', title: t('amount'), align: 'right', render: (_, row) => <Money value={{ amount: row.total ?? '0', currency: row.currency ?? '' }} /> },
            {
              key: 'page',
              title: '',
              align: 'right',
              render: (_, row) =>
                row.pageUrl && (
                  <span className={styles.links}>
                    <a href={row.pageUrl} target="_blank" rel="noreferrer" aria-label={`${t('show')}: ${row.number}`}>
                      {t('show')}
                    </a>
                    {row.pdfUrl && (
                      <a href={row.pdfUrl} target="_blank" rel="noreferrer" aria-label={`${t('pdf')}: ${row.number}`}>
                        {t('pdf')}
                      </a>
                    )}
                  </span>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
