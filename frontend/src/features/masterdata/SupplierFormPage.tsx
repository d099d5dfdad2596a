import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { SupplierCreateDocument, SupplierDetailDocument, SupplierEditDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { RefusedError } from '@/shared/api/errors';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { countryOptions, currencyOptions } from '@/shared/ui/places';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { SUPPLIER_FIELDS, type SupplierField } from './fields';
import { usePlaces } from './places';
import type { Supplier } from './SupplierPage';

type Values = Partial<Record<SupplierField, string>> & { sameNameConfirmed?: boolean };

/** A new supplier of the register, or one being changed: the same form. */
export function SupplierFormPage() {
  const { id } = useParams();
  const { data, error, isPending } = useApiQuery(SupplierDetailDocument, { id: id ?? '' }, { subject: 'supplier', enabled: id !== undefined });
  if (id === undefined) return <SupplierForm />;
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} />;
  return data.supplier ? <SupplierForm supplier={data.supplier} /> : <NotFound />;
}

const valuesOf = (supplier: Supplier): Values => Object.fromEntries(SUPPLIER_FIELDS.filter((field) => field !== 'note').map((field) => [field, supplier[field as Exclude<SupplierField, 'note'>]]));

function useSend(supplier: Supplier | undefined, onSameName: () => void) {
  const create = useApiMutation(SupplierCreateDocument, { payload: (r) => r.supplierCreate, touches: ['supplier'] });
  const edit = useApiMutation(SupplierEditDocument, { payload: (r) => r.supplierEdit, touches: ['supplier'] });
  return async ({ sameNameConfirmed, ...fields }: Values, idempotencyKey: string): Promise<string> => {
    try {
      if (supplier) {
        await edit.mutateAsync({ input: { supplierOrgId: supplier.id, version: supplier.version, supplier: fields, sameNameConfirmed } });
        return supplier.id;
      }
      const made = await create.mutateAsync({ input: { supplier: fields, sameNameConfirmed, idempotencyKey } });
      return made.supplierCreate?.supplier?.id ?? '';
    } catch (error) {
      if (error instanceof RefusedError && error.refusals.some((refusal) => refusal.code.includes('SAME_NAME'))) onSameName();
      throw error;
    }
  };
}

function SupplierForm({ supplier }: { supplier?: Supplier }) {
  const { t, i18n } = useTranslation('masterdata');
  const [form] = Form.useForm<Values>();
  const [sameName, setSameName] = useState(false);
  const navigate = useNavigate();
  const places = usePlaces();
  const send = useSend(supplier, () => setSameName(true));
  const text = (field: SupplierField, max = 200) => (
    <Form.Item name={field} label={t(`field.${field}`)}>
      <Input maxLength={max} />
    </Form.Item>
  );
  return (
    <FormPage<Values, string>
      title={supplier ? t('supplier.editTitle', { name: supplier.legalName }) : t('supplier.new')}
      crumbs={[{ title: t('supplier.many'), to: places.suppliers }]}
      form={form}
      initial={supplier ? valuesOf(supplier) : {}}
      submitLabel={t('action.save')}
      send={send}
      onDone={(id) => void navigate(places.supplier(id))}
      onCancel={() => void navigate(supplier ? places.supplier(supplier.id) : places.suppliers)}
    >
      <Form.Item name="legalName" label={t('field.legalName')} rules={[{ required: true, whitespace: true, message: t('field.legalNameNeeded') }]}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
      {sameName && (
        <Form.Item name="sameNameConfirmed" valuePropName="checked">
          <Checkbox>{t('supplier.sameName')}</Checkbox>
        </Form.Item>
      )}
      <Columns>
        {text('otherName', 300)}
        <Form.Item name="country" label={t('field.country')} rules={[{ required: true, message: t('field.countryNeeded') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={[...countryOptions(i18n.language)]} />
        </Form.Item>
        {text('uscc', 18)}
        {text('taxId', 30)}
        {text('duns', 11)}
        {text('lei', 20)}
        {text('externalCode', 60)}
        <Form.Item name="currency" label={t('field.currency')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
        </Form.Item>
        {text('email', 254)}
        {text('phone', 60)}
        {text('website', 300)}
        {text('contactName')}
        {text('street')}
        {text('city')}
        {text('postalCode', 20)}
      </Columns>
      <Form.Item name="note" label={t('field.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormPage>
  );
}
