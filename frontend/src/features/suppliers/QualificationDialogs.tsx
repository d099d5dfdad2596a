import { App, Checkbox, DatePicker, Form, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { QualificationGrantDocument, QualificationOpenDocument, SupplierCategoriesDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { countryOptions } from '@/shared/ui/places';
import type { Qualification } from './Qualifications';
import type { SupplierInFile } from './SupplierFilePage';
import { categoryName, type CertificateKind } from './words';

const TOUCHES = ['supplier', 'supplierQualification'] as const;

interface OpenValues {
  categoryIds: string[];
  region?: string;
}

/** Begins to qualify a supplier in some categories of a region. */
export function OpenDialog({ open, supplierId, onClose }: { open: boolean; supplierId: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<OpenValues>();
  const { data } = useApiQuery(SupplierCategoriesDocument, {}, { subject: 'category', enabled: open });
  const begin = useApiMutation(QualificationOpenDocument, { payload: (r) => r.qualificationOpen, touches: TOUCHES });
  return (
    <FormDialog<OpenValues, unknown>
      open={open}
      title={t('qualification.open')}
      form={form}
      submitLabel={t('qualification.open')}
      send={({ categoryIds, region }) => begin.mutateAsync({ input: { supplierOrgId: supplierId, categoryIds, region } })}
      onDone={() => {
        void message.success(t('qualification.opened'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="categoryIds" label={t('qualification.category')} rules={[{ required: true, message: t('field.needed') }]}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={data?.categories.nodes.map((each) => ({ value: each.id, label: categoryName(each, i18n.language) }))} />
      </Form.Item>
      <Form.Item name="region" label={t('qualification.region')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('qualification.everywhere')} options={[...countryOptions(i18n.language)]} />
      </Form.Item>
    </FormDialog>
  );
}

interface GrantValues {
  grade?: string;
  preferred?: boolean;
  endDate?: dayjs.Dayjs | null;
  certificateIds?: string[];
}

/** Qualifies a supplier in one category and region, on verified certificates. */
export function GrantDialog({ row, certificates, onClose }: { row: Qualification | null; certificates: SupplierInFile['certificates']; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<GrantValues>();
  const grant = useApiMutation(QualificationGrantDocument, { payload: (r) => r.qualificationGrant, touches: TOUCHES });
  const verified = certificates.filter((each) => each.status === 'verified');
  const send = async ({ grade, preferred, endDate, certificateIds }: GrantValues): Promise<unknown> =>
    row
      ? grant.mutateAsync({
          input: { qualificationId: row.id, version: row.version, grade: grade ?? '', preferred: preferred ?? false, endDate: endDate?.format('YYYY-MM-DD'), certificateIds: certificateIds ?? [] },
        })
      : undefined;
  return (
    <FormDialog<GrantValues, unknown>
      open={row !== null}
      title={t('qualification.grant')}
      form={form}
      initial={{ grade: row?.grade || undefined, preferred: row?.status === 'preferred', certificateIds: verified.map((each) => each.id) }}
      submitLabel={t('qualification.grant')}
      send={send}
      onDone={() => {
        void message.success(t('qualification.granted'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="grade" label={t('qualification.grade')}>
        <Select allowClear options={['A', 'B', 'C', 'D'].map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="preferred" valuePropName="checked">
        <Checkbox>{t('qualification.preferred')}</Checkbox>
      </Form.Item>
      <Form.Item name="certificateIds" label={t('qualification.certificates')}>
        <Select mode="multiple" options={verified.map((each) => ({ value: each.id, label: `${t(`certificateKind.${each.kind as CertificateKind}`)} ${each.number}` }))} />
      </Form.Item>
      <Form.Item name="endDate" label={t('qualification.end')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
