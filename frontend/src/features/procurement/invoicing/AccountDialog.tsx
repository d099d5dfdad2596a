import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { BankAccountSetDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { countryOptions, currencyOptions } from '@/shared/ui/places';

interface Values {
  supplierOrgId?: string;
  holderName: string;
  accountNo: string;
  country: string;
  currency: string;
  bic?: string;
  bankName?: string;
}

/** Puts an account in force for the unit itself or for one supplier. */
export function AccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation('procurement');
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
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
      </Form.Item>
      <Form.Item name="country" label={t('billing.bank.country')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...countryOptions(i18n.language)]} />
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
