import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PaymentProposeDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { usePlaces } from '../places';

interface Values {
  dueUntilDate: Dayjs;
  executionDate: Dayjs;
  currency?: string;
}

/** The later of the person's day and the server's, which knows no earlier one: evenings in the west are its tomorrow. */
function today(): Dayjs {
  const [own, server] = [dayjs().startOf('day'), dayjs(new Date().toISOString().slice(0, 10))];
  return server.isAfter(own) ? server : own;
}

/** Asks until when and on which day, and goes to the proposed run. */
export function ProposeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const propose = useApiMutation(PaymentProposeDocument, { payload: (r) => r.paymentPropose, touches: ['payment', 'invoice'] });
  const send = ({ dueUntilDate, executionDate, currency }: Values, idempotencyKey: string) =>
    propose.mutateAsync({ input: { dueUntilDate: dueUntilDate.format('YYYY-MM-DD'), executionDate: executionDate.format('YYYY-MM-DD'), currency: currency || undefined, idempotencyKey } });
  return (
    <FormDialog<Values, Awaited<ReturnType<typeof send>>>
      open={open}
      title={t('billing.pay.propose')}
      intro={t('billing.pay.proposeIntro')}
      form={form}
      initial={{ dueUntilDate: dayjs().add(7, 'day'), executionDate: today() }}
      submitLabel={t('billing.pay.propose')}
      send={send}
      onDone={(result) => {
        const { run, skipped } = result.paymentPropose ?? {};
        if (skipped?.length) void message.warning(t('billing.pay.skipped', { names: skipped.join(', ') }));
        onClose();
        if (run) void navigate(places.paymentRun(run.id));
      }}
      onClose={onClose}
    >
      <Form.Item name="dueUntilDate" label={t('billing.pay.until')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="executionDate" label={t('billing.pay.on')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="currency" label={t('billing.pay.currency')}>
        <Input maxLength={3} placeholder="CNY" />
      </Form.Item>
    </FormDialog>
  );
}
