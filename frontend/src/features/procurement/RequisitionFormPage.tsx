import { DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PurchasingSettingDocument, RequisitionCreateDocument, RequisitionDetailDocument, RequisitionEditDocument } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { CostCentrePicker } from '@/shared/pickers/CostCentrePicker';
import { Section } from '@/shared/ui/Page';
import { currencyOptions } from '@/shared/ui/places';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { dayText, dayValue, EMPTY_LINE, LineEditor, lineInput, type LineValues } from './LineEditor';
import { usePlaces } from './places';
import { Recommendations } from './Recommendations';
import type { Requisition } from './RequisitionPage';

interface Values {
  title?: string;
  costCentre?: string;
  currency: string;
  needByDate?: dayjs.Dayjs | null;
  justification?: string;
  lines: LineValues[];
}

/** A new requisition, or a draft being changed: the same form. */
export function RequisitionFormPage() {
  const { id } = useParams();
  const { data, error, isPending } = useApiQuery(RequisitionDetailDocument, { id: id ?? '', orders: false }, { subject: 'requisition', enabled: id !== undefined });
  const setting = useApiQuery(PurchasingSettingDocument, {}, { subject: 'purchasing-setting', enabled: id === undefined });
  if (id === undefined) {
    if (setting.isPending) return <Loading />;
    if (setting.error) return <Failure error={setting.error} />;
    return <RequisitionForm ownCurrency={setting.data.purchasingSetting.currency} />;
  }
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} />;
  return data.requisition ? <RequisitionForm requisition={data.requisition} /> : <NotFound />;
}

const valuesOf = (requisition: Requisition): Values => ({
  title: requisition.title,
  costCentre: requisition.costCentre,
  currency: requisition.currency,
  needByDate: dayValue(requisition.needByDate),
  justification: requisition.justification,
  lines: requisition.lines.map((line) => ({
    lineId: line.id,
    itemId: line.itemId ?? undefined,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    needByDate: dayValue(line.needByDate),
    supplierOrgId: line.suggestedSupplierId ?? undefined,
  })),
});

function useSend(requisition: Requisition | undefined) {
  const create = useApiMutation(RequisitionCreateDocument, { payload: (r) => r.requisitionCreate, touches: ['requisition'] });
  const edit = useApiMutation(RequisitionEditDocument, { payload: (r) => r.requisitionEdit, touches: ['requisition'] });
  return async (values: Values, idempotencyKey: string): Promise<string> => {
    const body = {
      title: values.title,
      costCentre: values.costCentre,
      currency: values.currency,
      needByDate: dayText(values.needByDate),
      justification: values.justification,
      lines: values.lines.map((line) => ({ ...lineInput(line), lineId: requisition ? line.lineId : undefined, needByDate: dayText(line.needByDate), supplierOrgId: line.supplierOrgId })),
    };
    if (requisition) {
      await edit.mutateAsync({ input: { requisitionId: requisition.id, version: requisition.version, ...body } });
      return requisition.id;
    }
    const made = await create.mutateAsync({ input: { idempotencyKey, ...body } });
    return made.requisitionCreate?.requisition?.id ?? '';
  };
}

function RequisitionForm({ requisition, ownCurrency = '' }: { requisition?: Requisition; ownCurrency?: string }) {
  const { t, i18n } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const send = useSend(requisition);
  const initial: Values = requisition ? valuesOf(requisition) : { currency: ownCurrency, lines: [EMPTY_LINE] };
  const costCentre = Form.useWatch('costCentre', form) as string | undefined;
  const currency = (Form.useWatch('currency', form) as string | undefined) ?? initial.currency;
  return (
    <FormPage<Values, string>
      title={requisition ? t('requisition.editTitle', { number: requisition.number }) : t('requisition.new')}
      crumbs={[{ title: t('requisition.many'), to: places.requisitions }]}
      form={form}
      initial={initial}
      submitLabel={requisition ? t('action.save') : t('action.createDraft')}
      send={send}
      onDone={(id) => void navigate(places.requisition(id))}
      onCancel={() => void navigate(requisition ? places.requisition(requisition.id) : places.requisitions)}
      wide
    >
      <Section title={t('section.facts')}>
        <Form.Item name="title" label={t('field.title')} rules={[{ required: true, whitespace: true, message: t('field.titleNeeded') }]}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Columns>
          <Form.Item name="costCentre" label={t('field.costCentre')}>
            <CostCentrePicker />
          </Form.Item>
          <Form.Item name="currency" label={t('field.currency')} rules={[{ required: true }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
          </Form.Item>
          <Form.Item name="needByDate" label={t('field.needBy')}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        </Columns>
        <Form.Item name="justification" label={t('field.justification')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Section>
      <Recommendations costCentre={costCentre ?? ''} currency={currency} />
      <Section title={t('section.lines')}>
        <LineEditor currency={currency} suppliers />
      </Section>
    </FormPage>
  );
}
