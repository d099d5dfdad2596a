import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SupplierInvoicesDocument, type SupplierInvoiceFilter, type SupplierInvoiceOrder, type SupplierInvoicesQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { Day, Money } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { INVOICE_STATUSES, InvoiceStatusTag } from './statuses';
import { UploadInvoice } from './UploadInvoice';

type Row = SupplierInvoicesQuery['supplierInvoices']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** Invoices that came in, or those of the reader's own organisation. */
export function InvoicesPage() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const places = usePlaces();
  const can = useCan();
  const prices = can('procurement.price.read');
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('billing.status'), options: INVOICE_STATUSES.map((value) => ({ value, label: t(`billing.statuses.${value}`) })) },
      { kind: 'days', key: 'issueDate', title: t('billing.issueDate') },
      { kind: 'days', key: 'dueDate', title: t('billing.dueDate') },
    ],
    [t],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('billing.number'), order: 'NUMBER', primary: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'supplierNumber', title: t('billing.supplierNumber'), render: (row) => <span className="num">{row.supplierNumber}</span>, value: (row) => row.supplierNumber },
      { key: 'supplier', title: t('billing.supplier'), order: 'SUPPLIER_NAME', render: (row) => row.supplierName, value: (row) => row.supplierName },
      { key: 'status', title: t('billing.status'), render: (row) => <InvoiceStatusTag status={row.status} />, value: (row) => t(`billing.statuses.${row.status as (typeof INVOICE_STATUSES)[number]}`) },
      { key: 'order', title: t('billing.order'), render: (row) => <span className="num">{row.order?.number ?? '–'}</span>, value: (row) => row.order?.number },
      ...(prices ? [{ key: 'payable', title: t('billing.payable'), order: 'PAYABLE_AMOUNT', numeric: true, render: (row: Row) => <Money value={row.payable} />, value: (row: Row) => row.payable?.amount }] : []),
      { key: 'issueDate', title: t('billing.issueDate'), order: 'ISSUE_DATE', render: (row) => <Day value={row.issueDate} />, value: (row) => row.issueDate },
      { key: 'dueDate', title: t('billing.dueDate'), order: 'DUE_DATE', render: (row) => <Day value={row.dueDate} />, value: (row) => row.dueDate },
    ],
    [t, prices],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        SupplierInvoicesDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, prices, filter: filterInput<SupplierInvoiceFilter>(fields, filters), orderBy: orderBy<SupplierInvoiceOrder>(order) }),
        (result) => result.supplierInvoices,
      ),
    [door, fields, prices],
  );
  const upload = can('procurement.invoice.import') && <UploadInvoice />;
  return (
    <ListPage
      listId="procurement.invoices"
      subject="invoice"
      title={t('billing.many')}
      actions={upload}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.invoice(row.id)}
      empty={{ title: t('billing.none'), hint: t('billing.noneHint'), action: upload }}
    />
  );
}
