import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ReturnCreateDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { useUoms } from '@/shared/pickers/useUoms';
import { DECIMAL } from '../LineEditor';
import type { Receipt } from './ReceiptPage';
import { DISPOSITIONS, leftOf } from './stand';

interface Values {
  quantities: Record<string, string>;
  returnedDate: Dayjs;
  reason: string;
}

/** Sends goods back: what was rejected or is in quarantine as proposed, and of the accepted ones what turned out bad. */
export function ReturnDialog({ open, receipt, onClose }: { open: boolean; receipt: Receipt; onClose: () => void }) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const [form] = Form.useForm<Values>();
  const create = useApiMutation(ReturnCreateDocument, { payload: (r) => r.returnCreate, touches: ['receipt', 'order', 'invoice'] });
  const { run } = useAction();
  const parts = receipt.lines.flatMap((line) =>
    DISPOSITIONS.map((disposition) => ({ line, disposition, quantity: leftOf(receipt, line, disposition) })).filter(({ quantity }) => quantity !== '0'),
  );
  const initial: Values = {
    reason: '',
    returnedDate: dayjs(),
    quantities: Object.fromEntries(parts.map(({ line, disposition, quantity }) => [`${line.id}/${disposition}`, disposition === 'accepted' ? '' : quantity])),
  };
  const send = ({ quantities, returnedDate, reason }: Values, idempotencyKey: string) =>
    create.mutateAsync({
      input: {
        receiptId: receipt.id,
        reason,
        returnedDate: returnedDate.format('YYYY-MM-DD'),
        idempotencyKey,
        lines: parts
          .map(({ line, disposition }) => ({ receiptLineId: line.id, disposition, quantity: quantities[`${line.id}/${disposition}`] || '0' }))
          .filter(({ quantity }) => Number(quantity) > 0),
      },
    });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('incoming.back.title')}
      intro={t('incoming.back.intro')}
      form={form}
      initial={initial}
      submitLabel={t('incoming.back.act')}
      send={send}
      onDone={() => void run(async () => onClose(), t('incoming.back.done'))}
      onClose={onClose}
    >
      {parts.map(({ line, disposition, quantity }) => (
        <Form.Item key={`${line.id}/${disposition}`} extra={t('incoming.back.left', { quantity })} rules={[{ pattern: DECIMAL, message: t('line.quantityNeeded') }]} name={['quantities', `${line.id}/${disposition}`]} label={t('common:form.withUnit', { what: `${line.orderLine?.description ?? ''} · ${t(`incoming.${disposition}`)}`, unit: uom(line.unit) })}>
          <Input inputMode="decimal" className="num" />
        </Form.Item>
      ))}
      <Form.Item name="returnedDate" label={t('incoming.back.day')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('incoming.reason')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
