import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BankAccountsDocument, type BankAccountFilter, type BankAccountOrder, type BankAccountsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { currencyOptions } from '@/shared/ui/places';
import { DateTime } from '@/shared/ui/Values';
import { AccountDialog } from './AccountDialog';

type Row = BankAccountsQuery['bankAccounts']['edges'][number]['node'];

const BY_HOLDER = { field: 'HOLDER_NAME', descending: false };

/** Accounts of the unit and of its suppliers, masked. */
export function BankAccountsPage() {
  const { t, i18n } = useTranslation('procurement');
  const door = useDoor();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const fields = useMemo<readonly FilterField[]>(() => [{ kind: 'choice', key: 'currency', title: t('billing.bank.currency'), options: currencyOptions(i18n.language) }], [t, i18n.language]);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        BankAccountsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<BankAccountFilter>(fields, filters), orderBy: orderBy<BankAccountOrder>(order) }),
        (result) => result.bankAccounts,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(() => {
    const owner = (row: Row): string => t(row.supplierId ? 'billing.supplier' : 'billing.bank.ownUnit');
    const bank = (row: Row): string => [row.bankName, row.bic, row.country].filter(Boolean).join(' · ');
    return [
      { key: 'holder', title: t('billing.bank.holder'), primary: true, order: 'HOLDER_NAME', render: (row) => row.holderName, value: (row) => row.holderName },
      { key: 'of', title: t('billing.bank.owner'), render: owner, value: owner },
      { key: 'account', title: t('billing.bank.account'), render: (row) => <span className="num">{row.accountNo}</span>, value: (row) => row.accountNo },
      { key: 'currency', title: t('billing.bank.currency'), render: (row) => row.currency, value: (row) => row.currency },
      { key: 'bank', title: t('billing.bank.bank'), render: bank, value: bank },
      { key: 'by', title: t('billing.bank.changedBy'), render: (row) => row.changedByName, value: (row) => row.changedByName },
      { key: 'at', title: t('billing.bank.since'), order: 'CREATED_AT', render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
    ];
  }, [t]);
  const set = can('procurement.bank_account.set') && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('billing.bank.set')}
    </Button>
  );
  return (
    <>
      <ListPage
        listId="procurement.bankAccounts"
        subject="bankAccount"
        title={t('billing.bank.many')}
        intro={t('billing.bank.intro')}
        actions={set}
        columns={columns}
        filters={fields}
        order={BY_HOLDER}
        load={load}
        rowKey={(row) => row.id}
        empty={{ title: t('billing.bank.none'), hint: t('billing.bank.noneHint') }}
      />
      <AccountDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
