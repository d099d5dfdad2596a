import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FxRateEnterDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormDialog } from '@/shared/form/FormDialog';
import { currencyOptions } from '@/shared/ui/places';

interface Values {
  base: string;
  quote: string;
  rate: string;
  rateDate: dayjs.Dayjs;
  source?: string;
}

/** Enters a rate; one of the same day and pair is replaced. */
export function FxRateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation('masterdata');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const enter = useApiMutation(FxRateEnterDocument, { payload: (result) => result.fxRateEnter, touches: ['fxRate'] });
  const [base, quote] = [Form.useWatch('base', form), Form.useWatch('quote', form)];
  const options = [...currencyOptions(i18n.language)];
  const currency = (name: 'base' | 'quote') => (
    <Form.Item name={name} label={t(`fxRate.${name}`)} rules={[{ required: true, message: t('fxRate.currencyNeeded') }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('fxRate.enter')}
      intro={t('fxRate.intro')}
      form={form}
      initial={{ rateDate: dayjs() }}
      submitLabel={t('action.save')}
      send={({ rateDate, ...values }) => enter.mutateAsync({ input: { ...values, rateDate: rateDate.format('YYYY-MM-DD') } })}
      onDone={() => {
        void message.success(t('fxRate.entered'));
        onClose();
      }}
      onClose={onClose}
    >
      <Columns>
        {currency('base')}
        {currency('quote')}
      </Columns>
      <Form.Item
        name="rate"
        label={base && quote ? t('fxRate.rateOf', { base, quote }) : t('fxRate.rate')}
        rules={[{ required: true, pattern: /^\d{1,12}(\.\d{1,10})?$/, message: t('fxRate.rateNeeded') }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="rateDate" label={t('fxRate.rateDate')} rules={[{ required: true, message: t('fxRate.dayNeeded') }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="source" label={t('fxRate.source')} extra={t('fxRate.sourceHint')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
