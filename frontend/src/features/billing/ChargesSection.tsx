import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommissionChargesDocument, type CommissionChargesQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Day, Money } from '@/shared/ui/Values';
import styles from './billing.module.css';

type Charge = CommissionChargesQuery['commissionCharges']['nodes'][number];
type Entry = Charge['usageEvents'][number];

const SHOWN = 24;

/** The commission that was charged; each charge opens to the orders it is made of. */
export function ChargesSection() {
  const { t } = useTranslation('billing');
  const { data, isPending, isError, error, refetch } = useApiQuery(CommissionChargesDocument, { first: SHOWN }, { subject: 'commissionCharge' });
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const charges = data.commissionCharges.nodes;
  const money = (amount: string | null | undefined, currency: string | null | undefined) => <Money value={{ amount: amount ?? '0', currency: currency ?? '' }} />;
  return (
    <Section title={t('charges')}>
      {charges.length === 0 ? (
        <p className={styles.line}>{t('noCharges')}</p>
      ) : (
        <Table<Charge>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: true }}
          dataSource={[...charges]}
          expandable={{ expandedRowRender: (row) => <Orders entries={row.usageEvents} currency={row.currency ?? ''} /> }}
          columns={[
            { key: 'date', title: t('date'), render: (_, row) => <Day value={row.chargedAt?.slice(0, 10)} /> },
            { key: 'orders', title: t('chargeOrders'), align: 'right', render: (_, row) => row.usageEvents.length },
            { key: 'gross', title: t('chargeGross'), align: 'right', render: (_, row) => money(row.gross, row.currency) },
            { key: 'charged', title: t('chargeAmount'), align: 'right', render: (_, row) => money(row.charged, row.currency) },
          ]}
        />
      )}
    </Section>
  );
}

function Orders({ entries, currency }: { entries: readonly Entry[]; currency: string }) {
  const { t } = useTranslation('billing');
  return (
    <Table<Entry>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...entries]}
      columns={[
        { key: 'number', title: t('number'), render: (_, row) => row.orderNumber },
        { key: 'amount', title: t('amount'), align: 'right', render: (_, row) => <Money value={{ amount: row.orderAmount ?? '0', currency: row.orderCurrency ?? '' }} /> },
        { key: 'commission', title: t('commission'), align: 'right', render: (_, row) => <Money value={{ amount: row.commission ?? '0', currency }} /> },
      ]}
    />
  );
}
