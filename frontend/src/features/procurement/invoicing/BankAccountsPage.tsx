import { App, Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BankAccountsDocument, BankAccountSetDocument, type BankAccountsQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { DateTime } from '@/shared/ui/Values';

type Account = BankAccountsQuery['bankAccounts']['edges'][number]['node'];

interface Values {
  supplierOrgId?: string;
  holderName: string;
  accountNo: string;
  country: string;
  currency: string;
  bic?: string;
  bankName?: string;
}

/** Accounts of the unit and of its suppliers, masked. */
export function BankAccountsPage() {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const [open, setOpen] = useState(false);
  const { data, error, isPending, refetch } = useApiQuery(BankAccountsDocument, { first: 500 }, { subject: 'bankAccount' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const accounts = data.bankAccounts.edges.map(({ node }) => node);
  return (
    <Page
      title={t('billing.bank.many')}
      intro={t('billing.bank.intro')}
      actions={
        can('procurement.bank_account.set') && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('billing.bank.set')}
          </Button>
        )
      }
    >
      <Table<Account>
        size="small"
        rowKey="id"
        pagination={accounts.length > 100 ? { pageSize: 100 } : false}
        scroll={{ x: 'max-content' }}
        dataSource={accounts}
        locale={{ emptyText: t('billing.bank.none') }}
        columns={[
          { key: 'holder', title: t('billing.bank.holder'), render: (_, row) => row.holderName },
          { key: 'of', title: t('billing.bank.supplier'), render: (_, row) => (row.supplierId ? t('billing.supplier') : t('billing.bank.ownUnit')) },
          { key: 'account', title: t('billing.bank.account'), render: (_, row) => <span className="num">{row.accountNo}</span> },
          { key: 'currency', title: t('billing.bank.currency'), render: (_, row) => row.currency },
          { key: 'bank', title: t('billing.bank.bank'), render: (_, row) => [row.bankName, row.bic, row.country].filter(Boolean).join(' · ') },
          { key: 'by', title: t('billing.bank.changedBy'), render: (_, row) => row.changedByName },
          { key: 'at', title: t('billing.issueDate'), render: (_, row) => <DateTime value={row.createdAt} /> },
        ]}
      />
      <AccountDialog open={open} onClose={() => setOpen(false)} />
    </Page>
  );
}

function AccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const set = useApiMutation(BankAccountSetDocument, { payload: (r) => r.bankAccountSet, touches: ['bankAccount'] });
  const needed = [{ required: true, whitespace: true }];
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('billing.bank.set')}
      form={form}
      submitLabel={t('billing.bank.set')}
      send={(values) => set.mutateAsync({ input: values })}
      onDone={() => {
        void message.success(t('billing.bank.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="supplierOrgId" label={t('billing.bank.supplier')} extra={t('billing.bank.supplierHint')}>
        <SupplierPicker />
      </Form.Item>
      <Form.Item name="holderName" label={t('billing.bank.holder')} rules={needed}>
        <Input maxLength={140} />
      </Form.Item>
      <Form.Item name="accountNo" label={t('billing.bank.account')} rules={needed}>
        <Input maxLength={50} className="num" autoComplete="off" />
      </Form.Item>
      <Form.Item name="currency" label={t('billing.bank.currency')} rules={needed}>
        <Input maxLength={3} placeholder="CNY" />
      </Form.Item>
      <Form.Item name="country" label={t('billing.bank.country')} rules={needed}>
        <Input maxLength={2} placeholder="CN" />
      </Form.Item>
      <Form.Item name="bic" label={t('billing.bank.bic')}>
        <Input maxLength={11} />
      </Form.Item>
      <Form.Item name="bankName" label={t('billing.bank.bank')}>
        <Input maxLength={140} />
      </Form.Item>
    </FormDialog>
  );
}
