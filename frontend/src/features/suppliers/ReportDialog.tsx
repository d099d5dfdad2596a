import { App, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProviderCheckEnterDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { Columns } from '@/shared/form/Columns';
import { FormDialog } from '@/shared/form/FormDialog';
import { countryOptions } from '@/shared/ui/places';
import { FileField } from './FileField';

export const CHECK_KINDS = ['credit', 'licence'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

const STATUSES = ['active', 'inactive'] as const;

interface Values {
  kind: CheckKind;
  riskClass?: number;
  riskText?: string;
  operatingStatus?: string;
  primaryName?: string;
  duns?: string;
  country?: string;
  registrationNumbers?: string[];
  file?: File | null;
}

/** A report in one’s hand, by the same fields a credit agency answers with; judged by the same rule. */
export function ReportDialog({ open, supplierId, onClose }: { open: boolean; supplierId: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('suppliers');
  const { message } = App.useApp();
  const door = useDoor();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const enter = useApiMutation(ProviderCheckEnterDocument, { payload: (r) => r.providerCheckEnter, touches: ['supplier'] });
  const send = async ({ kind: chosen, file, ...fields }: Values, idempotencyKey: string) => {
    const fileId = file ? await uploadFile(door, 'supplier_report', file) : undefined;
    return enter.mutateAsync({ input: { supplierOrgId: supplierId, kind: chosen, fields, fileId, idempotencyKey } });
  };
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('check.enter')}
      intro={t('check.enterHint')}
      form={form}
      initial={{ kind: 'credit' }}
      submitLabel={t('check.enter')}
      send={send}
      onDone={() => {
        void message.success(t('check.entered'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('check.kind')}>
        <Select options={CHECK_KINDS.map((value) => ({ value, label: t(`check.${value}`) }))} />
      </Form.Item>
      <Columns>
        <Form.Item name="riskClass" label={t('check.riskClass')} rules={[{ required: kind === 'credit', message: t('field.needed') }]}>
          <InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="riskText" label={t('check.riskText')}>
          <Input maxLength={200} />
        </Form.Item>
      </Columns>
      <Form.Item name="operatingStatus" label={t('check.status')} rules={[{ required: kind === 'licence', message: t('field.needed') }]}>
        <Select allowClear options={STATUSES.map((value) => ({ value, label: t(`operatingStatus.${value}`) }))} />
      </Form.Item>
      <Form.Item name="registrationNumbers" label={t('check.number')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} />
      </Form.Item>
      <Columns>
        <Form.Item name="primaryName" label={t('check.name')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="duns" label={t('field.duns')}>
          <Input maxLength={9} />
        </Form.Item>
      </Columns>
      <Form.Item name="country" label={t('field.country')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...countryOptions(i18n.language)]} />
      </Form.Item>
      <Form.Item name="file" label={t('check.report')}>
        <FileField />
      </Form.Item>
    </FormDialog>
  );
}
