import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { OrderCreateDocument, OrderEditDocument, PurchaseOrderDetailDocument, PurchasingSettingDocument } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { CostCentrePicker } from '@/shared/pickers/CostCentrePicker';
import { useCan } from '@/shared/session/ViewerContext';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { Section } from '@/shared/ui/Page';
import { currencyOptions } from '@/shared/ui/places';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { dayText, dayValue, EMPTY_LINE, LineEditor, lineInput, type LineValues } from './LineEditor';
import type { Order } from './OrderPage';
import { addDecimals } from './decimals';
import { LineMore } from './ordering/LineMore';
import { OrderKind, type KindValues } from './ordering/OrderKind';
import { usePlaces } from './places';
import { SupplierNote } from './SupplierNote';

/** Incoterms 2020. */
const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'].map((value) => ({ value, label: value }));

interface Values extends KindValues {
  supplierOrgId: string;
  currency: string;
  costCentre?: string;
  incoterm?: string;
  paymentTerms?: string;
  shipTo?: string;
  note?: string;
  lines: LineValues[];
}

/** A new purchase order, or a draft being changed: the same form. */
export function OrderFormPage() {
  const { id } = useParams();
  const { data, error, isPending } = useApiQuery(PurchaseOrderDetailDocument, { id: id ?? '', prices: true, inside: true }, { subject: 'order', enabled: id !== undefined });
  const [params] = useSearchParams();
  const blanketId = params.get('blanket') ?? undefined;
  const blanket = useApiQuery(PurchaseOrderDetailDocument, { id: blanketId ?? '', prices: true, inside: true }, { subject: 'order', enabled: id === undefined && blanketId !== undefined });
  const setting = useApiQuery(PurchasingSettingDocument, {}, { subject: 'purchasing-setting', enabled: id === undefined });
  if (id === undefined) {
    if (setting.isPending) return <Loading />;
    if (setting.error) return <Failure error={setting.error} />;
    if (blanketId === undefined) return <OrderForm ownCurrency={setting.data.purchasingSetting.currency} />;
    if (blanket.isPending) return <Loading />;
    if (blanket.error) return <Failure error={blanket.error} />;
    return blanket.data.purchaseOrder ? <OrderForm blanket={blanket.data.purchaseOrder} /> : <NotFound />;
  }
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} />;
  return data.purchaseOrder ? <OrderForm order={data.purchaseOrder} /> : <NotFound />;
}

/** Without the zeros that the server writes at the end. */
const plain = (decimal: string) => addDecimals([decimal]);

const valuesOf = (order: Order): Values => ({
  orderTypeCode: order.orderTypeCode,
  ceilingAmount: order.ceilingAmount ? plain(order.ceilingAmount) : undefined,
  validity: [dayValue(order.validFromDate) ?? null, dayValue(order.validUntilDate) ?? null],
  supplierOrgId: order.supplierId,
  currency: order.currency,
  costCentre: order.costCentre,
  incoterm: order.incoterm || undefined,
  paymentTerms: order.paymentTerms,
  shipTo: order.shipTo,
  note: order.note,
  lines: order.lines.map((line) => ({
    lineId: line.id,
    itemId: line.itemId ?? undefined,
    description: line.description,
    quantity: plain(line.quantity),
    unit: line.unit,
    unitPrice: plain(line.unitPrice ?? '0'),
    needByDate: dayValue(line.schedules[0]?.requestedDate),
    taxRate: plain(line.taxRate ?? '0'),
    schedules: line.schedules.length > 1 ? line.schedules.map(({ quantity, requestedDate }) => ({ quantity: plain(quantity), day: dayValue(requestedDate) })) : undefined,
  })),
});

/** A new call-off: as its blanket order says, with its lines to choose from. */
const callOffOf = (blanket: Order): Values => {
  const { lines, ...head } = valuesOf(blanket);
  return { ...head, orderTypeCode: '226', ceilingAmount: undefined, validity: null, lines: lines.map((line) => ({ ...line, lineId: undefined, needByDate: null, schedules: undefined })) };
};

function frameOf({ orderTypeCode, ceilingAmount, validity }: KindValues, blanketId: string | null | undefined) {
  if (orderTypeCode === '226') return { blanketId: blanketId ?? undefined };
  if (orderTypeCode !== '221') return undefined;
  return { ceilingAmount, validFromDate: dayText(validity?.[0]), validUntilDate: dayText(validity?.[1]) };
}

const lineBody = (line: LineValues) => ({
  ...lineInput(line),
  taxRate: line.taxRate || undefined,
  ...(line.schedules?.length
    ? { schedules: line.schedules.map(({ quantity = '', day }) => ({ quantity, requestedDate: dayText(day) })) }
    : { requestedDate: dayText(line.needByDate) }),
});

function useSend(order: Order | undefined, blanket: Order | undefined) {
  const create = useApiMutation(OrderCreateDocument, { payload: (r) => r.orderCreate, touches: ['order'] });
  const edit = useApiMutation(OrderEditDocument, { payload: (r) => r.orderEdit, touches: ['order'] });
  return async ({ lines, orderTypeCode, ceilingAmount, validity, ...head }: Values, idempotencyKey: string): Promise<string> => {
    const kept = new Map(order?.lines.map((line) => [line.id, { adjustmentAmount: line.adjustmentAmount }]));
    const body = {
      ...head,
      frame: frameOf({ orderTypeCode, ceilingAmount, validity }, order?.blanketId ?? blanket?.id),
      lines: lines.map((line) => ({ ...lineBody(line), ...kept.get(line.lineId ?? ''), lineId: line.lineId })),
    };
    if (order) {
      await edit.mutateAsync({ input: { orderId: order.id, version: order.version, ...body } });
      return order.id;
    }
    const made = await create.mutateAsync({ input: { idempotencyKey, orderTypeCode, ...body } });
    return made.orderCreate?.order?.id ?? '';
  };
}

interface OrderFormProps {
  order?: Order;
  /** The blanket order that a new call-off draws on. */
  blanket?: Order;
  ownCurrency?: string;
}

function OrderForm({ order, blanket, ownCurrency = '' }: OrderFormProps) {
  const can = useCan();
  const { t, i18n } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const send = useSend(order, blanket);
  const started: Partial<Values> = blanket ? callOffOf(blanket) : { orderTypeCode: '220', currency: ownCurrency, lines: [EMPTY_LINE] };
  const initial = order ? valuesOf(order) : started;
  const known = order ?? blanket;
  const bound = blanket !== undefined || order?.orderTypeCode === '226';
  const currency = (Form.useWatch('currency', form) as string | undefined) ?? initial.currency ?? ownCurrency;
  const supplierId = (Form.useWatch('supplierOrgId', form) as string | undefined) ?? initial.supplierOrgId;
  return (
    <FormPage<Values, string>
      title={order ? t('order.editTitle', { number: order.number }) : t(blanket ? 'ordering.callOff' : 'order.new')}
      crumbs={[{ title: t('order.many'), to: places.orders }]}
      form={form}
      initial={initial}
      submitLabel={order ? t('action.save') : t('action.createDraft')}
      send={send}
      onDone={(id) => void navigate(places.order(id))}
      onCancel={() => void navigate(order ? places.order(order.id) : places.orders)}
      wide
    >
      <Section title={t('section.facts')}>
        <OrderKind fixed={order !== undefined} blanket={blanket} />
        <Form.Item name="supplierOrgId" label={t('field.supplier')} rules={[{ required: true, message: t('field.supplierNeeded') }]}>
          <SupplierPicker disabled={bound} known={known && { id: known.supplierId, name: known.supplierName }} />
        </Form.Item>
        <SupplierNote supplierId={supplierId} />
        <Columns>
          <Form.Item name="currency" label={t('field.currency')} rules={[{ required: true }]}>
            <Select disabled={bound} showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
          </Form.Item>
          {can('approvals.cost_centre.read') && (
            <Form.Item name="costCentre" label={t('field.costCentre')}>
              <CostCentrePicker />
            </Form.Item>
          )}
          <Form.Item name="incoterm" label={t('field.incoterm')}>
            <Select allowClear options={INCOTERMS} />
          </Form.Item>
          <Form.Item name="paymentTerms" label={t('field.paymentTerms')}>
            <Input maxLength={200} />
          </Form.Item>
        </Columns>
        <Form.Item name="shipTo" label={t('field.shipTo')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="note" label={t('field.note')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Section>
      <Section title={t('section.lines')}>
        <LineEditor currency={currency} suppliers={false} more={(place) => <LineMore place={place} />} />
      </Section>
    </FormPage>
  );
}
