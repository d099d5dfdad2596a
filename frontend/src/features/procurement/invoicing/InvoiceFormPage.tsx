import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { InvoiceCreateDocument, OrderToInvoiceDocument, type OrderToInvoiceQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { FormPage } from '@/shared/form/FormPage';
import { useUoms } from '@/shared/pickers/useUoms';
import { useCan } from '@/shared/session/ViewerContext';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { addDecimals, lessDecimals } from '../decimals';
import { DECIMAL } from '../LineEditor';
import { usePlaces } from '../places';
import styles from '../receiving/receiving.module.css';
import { InvoiceKind, InvoiceMore, moreInput, type MoreValues } from './InvoiceMore';
import { UploadInvoice } from './UploadInvoice';

type Order = NonNullable<OrderToInvoiceQuery['purchaseOrder']>;
type Line = Order['lines'][number];

interface Values extends MoreValues {
  supplierNumber: string;
  issueDate: Dayjs;
  payableAmount: string;
  lines: Record<string, { quantity: string; unitPrice: string; taxRate: string }>;
}

/** What was accepted and is not invoiced yet; all that is not invoiced when nothing was received. */
const toInvoice = (line: Line): string => {
  const { acceptedQuantity = '0', returnedQuantity = '0', invoicedQuantity = '0' } = line.progress ?? {};
  const base = Number(acceptedQuantity) > 0 ? lessDecimals(acceptedQuantity, [returnedQuantity]) : line.quantity;
  const open = lessDecimals(base, [invoicedQuantity]);
  return Number(open) > 0 ? open : '0';
};

/** An invoice keyed in against an order, by the unit or by the supplier itself. */
export function InvoiceFormPage() {
  const { id = '' } = useParams();
  const returns = useCan()('procurement.receipt.read');
  const { data, error, isPending, refetch } = useApiQuery(OrderToInvoiceDocument, { id, returns }, { subject: 'order' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data.purchaseOrder) return <NotFound />;
  return <InvoiceForm order={data.purchaseOrder} />;
}

function InvoiceForm({ order }: { order: Order }) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const can = useCan();
  const door = useDoor();
  const create = useApiMutation(InvoiceCreateDocument, { payload: (r) => r.invoiceCreate, touches: ['invoice', 'order'] });
  const initial: Partial<Values> = {
    kind: '380',
    issueDate: dayjs(),
    lines: Object.fromEntries(order.lines.map((line) => [line.id, { quantity: toInvoice(line), unitPrice: line.unitPrice && addDecimals([line.unitPrice]), taxRate: line.taxRate && addDecimals([line.taxRate]) }])),
  };
  /** A credit note says itself how much it takes back. */
  const ofKind = (kind: MoreValues['kind']) =>
    form.setFieldsValue({ lines: Object.fromEntries(order.lines.map((line) => [line.id, { quantity: kind === '381' ? '' : toInvoice(line) }])) });
  const send = async ({ supplierNumber, issueDate, payableAmount, lines, picture, ...more }: Values, idempotencyKey: string) => {
    const chosen = picture?.[0]?.originFileObj;
    return create.mutateAsync({
      input: {
        ...moreInput(more),
        fileId: chosen && (await uploadFile(door, 'invoice', chosen)),
        orderId: order.id,
        supplierNumber,
        issueDate: issueDate.format('YYYY-MM-DD'),
        payableAmount,
        idempotencyKey,
        lines: order.lines
          .map((line) => ({ orderLineId: line.id, ...lines[line.id] }))
          .filter(({ quantity }) => Number(quantity ?? 0) > 0)
          .map(({ orderLineId, quantity = '0', unitPrice = '0', taxRate }) => ({ orderLineId, quantity, unitPrice, taxRate })),
      },
    });
  };
  return (
    <FormPage<Values, Awaited<ReturnType<typeof send>>>
      title={t('billing.newFor', { number: order.number })}
      intro={order.supplierName}
      crumbs={[{ title: order.number, to: places.order(order.id) }]}
      form={form}
      initial={initial}
      submitLabel={t('billing.new')}
      send={send}
      onDone={(result) => void navigate(places.invoice(result.invoiceCreate?.invoice?.id ?? ''), { replace: true })}
      onCancel={() => void navigate(places.order(order.id))}
    >
      {can('procurement.invoice.import') && (
        <div className={styles.quick}>
          <UploadInvoice orderId={order.id} />
        </div>
      )}
      <InvoiceKind returns={order.returns ?? []} onChange={ofKind} />
      <div className={styles.fields}>
        <Form.Item name="supplierNumber" label={t('billing.supplierNumber')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} className="num" />
        </Form.Item>
        <Form.Item name="issueDate" label={t('billing.issueDate')} rules={[{ required: true }]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </div>
      {order.lines.map((line) => (
        <fieldset key={line.id} className={styles.line}>
          <legend>
            {line.lineNo} · {line.description}
          </legend>
          <div className={styles.fields}>
            <Form.Item required name={['lines', line.id, 'quantity']} label={t('common:form.withUnit', { what: t('billing.quantity'), unit: uom(line.unit) })} rules={[{ pattern: DECIMAL, message: t('line.quantityNeeded') }]}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item required name={['lines', line.id, 'unitPrice']} label={t('common:form.withUnit', { what: t('billing.price'), unit: order.currency })} rules={[{ pattern: DECIMAL, message: t('line.priceNeeded') }]}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item required name={['lines', line.id, 'taxRate']} label={t('billing.taxRate')}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
          </div>
        </fieldset>
      ))}
      <Form.Item name="payableAmount" label={t('common:form.withUnit', { what: t('billing.payable'), unit: order.currency })} extra={t('billing.payableHint')} rules={[{ required: true }]}>
        <Input inputMode="decimal" className="num" />
      </Form.Item>
      <InvoiceMore currency={order.currency} />
    </FormPage>
  );
}
