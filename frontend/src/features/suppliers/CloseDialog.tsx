import { App, DatePicker, Form } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { PeriodCloseDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { dayAfter } from './Period';

interface Values {
  days: [dayjs.Dayjs, dayjs.Dayjs];
}

/** Has every supplier scored over some days; the last day counts. */
export function CloseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const close = useApiMutation(PeriodCloseDocument, { payload: (r) => r.periodClose, touches: ['score', 'period'] });
  const send = ({ days: [first, last] }: Values, idempotencyKey: string) =>
    close.mutateAsync({ input: { startDate: first.format('YYYY-MM-DD'), endDate: dayAfter(last.format('YYYY-MM-DD')), idempotencyKey } });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('close.title')}
      intro={t('close.intro')}
      form={form}
      submitLabel={t('close.action')}
      send={send}
      fields={{ startDate: 'days', endDate: 'days' }}
      onDone={() => {
        void message.success(t('close.asked'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="days" label={t('close.range')} rules={[{ required: true, message: t('close.needed') }]}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
