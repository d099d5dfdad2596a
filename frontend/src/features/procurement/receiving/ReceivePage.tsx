import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OrderToReceiveDocument, ReceiptCreateDocument, type OrderToReceiveQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormPage } from '@/shared/form/FormPage';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { lessDecimals, addDecimals } from '../decimals';
import { usePlaces } from '../places';
import { ReceiveLine, type LineValues } from './ReceiveLine';
import styles from './receiving.module.css';

type Order = NonNullable<OrderToReceiveQuery['purchaseOrder']>;
export type LineToReceive = Order['lines'][number];

interface Values {
  shipNoticeId?: string;
  receivedDate: Dayjs;
  deliveryNoteRef?: string;
  lines: Record<string, LineValues>;
}

/** What of a line has not come in yet; returned goods are open again. */
export const openQuantity = (line: LineToReceive): string => {
  const { acceptedQuantity = '0', quarantinedQuantity = '0', returnedQuantity = '0' } = line.progress ?? {};
  return lessDecimals(addDecimals([line.quantity, returnedQuantity]), [acceptedQuantity, quarantinedQuantity]);
};

const ON_THE_WAY = ['sent', 'in_transit', 'arrived', 'receiving'];

/** What the lines say at first: as the ship notice announced it, or all that is open. */
function announced(lines: readonly LineToReceive[], notice: Order['shipNotices'][number] | undefined): Values['lines'] {
  return Object.fromEntries(
    lines.map((line) => {
      if (!notice) return [line.id, { received: openQuantity(line) }];
      const parts = notice.lines.filter(({ lineId }) => lineId === line.id);
      const lots = [...new Set(parts.map(({ lotNo }) => lotNo).filter(Boolean))];
      return [line.id, { received: addDecimals(parts.map(({ quantity }) => quantity)), lot: lots.length === 1 ? lots[0] : undefined }];
    }),
  );
}

/** Receiving against an order: what is open is filled in, a rejected part is two taps away. */
export function ReceivePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const { data, error, isPending, refetch } = useApiQuery(OrderToReceiveDocument, { id }, { subject: 'order' });
  const places = usePlaces();
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const order = data.purchaseOrder;
  if (!order) return <NotFound />;
  const lines = order.lines.filter((line) => Number(openQuantity(line)) > 0);
  if (order.status === 'issued' && lines.length > 0) return <ReceiveForm order={order} lines={lines} />;
  return (
    <Page title={t('incoming.receiveFor', { number: order.number })} crumbs={[{ title: order.number, to: places.order(order.id) }]}>
      <p className="soft">{order.status === 'issued' ? t('incoming.nothingOpen') : t('incoming.notIssued')}</p>
    </Page>
  );
}

function ReceiveForm({ order, lines }: { order: Order; lines: readonly LineToReceive[] }) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const [post, setPost] = useState(true);
  const navigate = useNavigate();
  const places = usePlaces();
  const create = useApiMutation(ReceiptCreateDocument, { payload: (r) => r.receiptCreate, touches: ['order', 'receipt', 'invoice'] });
  const notices = order.shipNotices.filter(({ status }) => ON_THE_WAY.includes(status));
  const initial: Values = { shipNoticeId: notices[0]?.id, receivedDate: dayjs(), lines: announced(lines, notices[0]) };
  const follow = (id?: string) => form.setFieldsValue({ lines: announced(lines, notices.find((notice) => notice.id === id)) });

  const send = ({ shipNoticeId, receivedDate, deliveryNoteRef, lines: given }: Values, idempotencyKey: string) =>
    create.mutateAsync({
      input: {
        orderId: order.id,
        shipNoticeId,
        receivedDate: receivedDate.format('YYYY-MM-DD'),
        deliveryNoteRef,
        post,
        idempotencyKey,
        lines: lines
          .map((line) => ({ line, values: given[line.id] }))
          .filter(({ values }) => Number(values?.received ?? 0) > 0)
          .map(({ line, values }) => ({
            orderLineId: line.id,
            receivedQuantity: values?.received ?? '0',
            rejectedQuantity: values?.rejected || undefined,
            quarantinedQuantity: values?.quarantined || undefined,
            reasonCode: values?.reasonCode,
            reason: values?.reason,
            lot: values?.lot,
          })),
      },
    });

  const all = (came: boolean) => form.setFieldsValue({ lines: Object.fromEntries(lines.map((line) => [line.id, { received: came ? openQuantity(line) : '0' }])) });

  return (
    <FormPage<Values, Awaited<ReturnType<typeof send>>>
      title={t('incoming.receiveFor', { number: order.number })}
      intro={order.supplierName}
      crumbs={[{ title: order.number, to: places.order(order.id) }]}
      form={form}
      initial={initial}
      submitLabel={post ? t('incoming.post') : t('incoming.saveDraft')}
      send={send}
      onDone={(result) => void navigate(places.receipt(result.receiptCreate?.receipt?.id ?? ''), { replace: true })}
      onCancel={() => void navigate(places.order(order.id))}
    >
      {notices.length > 0 && (
        <Form.Item name="shipNoticeId" label={t('incoming.notice')}>
          <Select allowClear size="large" placeholder={t('incoming.withoutNotice')} options={notices.map(({ id, number }) => ({ value: id, label: number }))} onChange={follow} />
        </Form.Item>
      )}
      <div className={styles.quick}>
        <Button onClick={() => all(true)}>{t('incoming.everything')}</Button>
        <Button onClick={() => all(false)}>{t('incoming.nothing')}</Button>
      </div>
      {lines.map((line) => (
        <ReceiveLine key={line.id} line={line} open={openQuantity(line)} />
      ))}
      <div className={styles.fields}>
        <Form.Item name="receivedDate" label={t('incoming.receipt.day')} rules={[{ required: true }]}>
          <DatePicker style={{ width: '100%' }} allowClear={false} />
        </Form.Item>
        <Form.Item name="deliveryNoteRef" label={t('incoming.deliveryNote')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Button type="link" className={styles.other} onClick={() => setPost(!post)}>
        {post ? t('incoming.saveDraft') : t('incoming.post')}
      </Button>
    </FormPage>
  );
}
