import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { GoodsReceiptDetailDocument, OrderToReceiveDocument, ReceiptEditDocument, type OrderToReceiveQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormPage } from '@/shared/form/FormPage';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { addDecimals } from '../decimals';
import { usePlaces } from '../places';
import type { Receipt } from './ReceiptPage';
import { ReceiveLine, type LineValues } from './ReceiveLine';
import { openQuantity } from './ReceivePage';

interface Values {
  receivedDate: Dayjs;
  deliveryNoteRef?: string;
  note?: string;
  lines: Record<string, LineValues>;
}

/** A receipt that is not posted, being changed: what inspection found of each line. */
export function ReceiptEditPage() {
  const { id = '' } = useParams();
  const found = useApiQuery(GoodsReceiptDetailDocument, { id }, { subject: 'receipt' });
  const receipt = found.data?.goodsReceipt;
  const order = useApiQuery(OrderToReceiveDocument, { id: receipt?.orderId ?? '' }, { subject: 'order', enabled: receipt !== undefined && receipt !== null });
  const error = found.error ?? order.error;
  if (error) return <Failure error={error} />;
  if (found.data && !receipt) return <NotFound />;
  if (!receipt || !order.data?.purchaseOrder) return <Loading />;
  return <EditForm receipt={receipt} order={order.data.purchaseOrder} />;
}

const some = (quantity: string) => (Number(quantity) === 0 ? undefined : addDecimals([quantity]));

function EditForm({ receipt, order }: { receipt: Receipt; order: NonNullable<OrderToReceiveQuery['purchaseOrder']> }) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const edit = useApiMutation(ReceiptEditDocument, { payload: (r) => r.receiptEdit, touches: ['receipt', 'order'] });
  const initial: Values = {
    receivedDate: dayjs(receipt.receivedDate),
    deliveryNoteRef: receipt.deliveryNoteRef,
    note: receipt.note,
    lines: Object.fromEntries(
      receipt.lines.map((line) => [
        line.id,
        {
          received: addDecimals([line.receivedQuantity]),
          rejected: some(line.rejectedQuantity),
          quarantined: some(line.quarantinedQuantity),
          reasonCode: line.reasonCode || undefined,
          reason: line.reason || undefined,
          lot: line.lot || undefined,
        },
      ]),
    ),
  };
  const send = ({ lines: given, receivedDate, ...head }: Values) =>
    edit.mutateAsync({
      input: {
        receiptId: receipt.id,
        version: receipt.version,
        ...head,
        receivedDate: receivedDate.format('YYYY-MM-DD'),
        lines: receipt.lines.flatMap(({ id, orderLine, expiryDate }) => {
          const values = given[id];
          if (!orderLine || !values) return [];
          const { received, rejected, quarantined, reasonCode, reason, lot } = values;
          return [{ orderLineId: orderLine.id, receivedQuantity: received, rejectedQuantity: rejected || undefined, quarantinedQuantity: quarantined || undefined, reasonCode, reason, lot, expiryDate }];
        }),
      },
    });
  const back = () => void navigate(places.receipt(receipt.id), { replace: true });
  return (
    <FormPage<Values, Awaited<ReturnType<typeof send>>>
      title={t('incoming.receipt.findings', { number: receipt.number })}
      intro={t('incoming.receipt.findingsHint')}
      crumbs={[{ title: receipt.number, to: places.receipt(receipt.id) }]}
      form={form}
      initial={initial}
      submitLabel={t('action.save')}
      send={send}
      onDone={back}
      onCancel={back}
    >
      {receipt.lines.map((line) => {
        const about = order.lines.find(({ id }) => id === line.orderLine?.id);
        return about && <ReceiveLine key={line.id} at={line.id} line={about} open={openQuantity(about)} rejecting={line.reasonCode !== ''} />;
      })}
      <Form.Item name="receivedDate" label={t('incoming.receipt.day')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} allowClear={false} />
      </Form.Item>
      <Form.Item name="deliveryNoteRef" label={t('incoming.deliveryNote')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label={t('incoming.receipt.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormPage>
  );
}
