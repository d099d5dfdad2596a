import { App, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AssessmentEnterDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { FormDialog } from '@/shared/form/FormDialog';
import { FileField } from './FileField';

interface Values {
  dimension: 'innovation' | 'environment';
  value: string;
  reason: string;
  file?: File | null;
}

/** Gives a mark for what no document measures; it counts in the next period. */
export function MarkDialog({ open, supplierId, onClose }: { open: boolean; supplierId: string; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const door = useDoor();
  const [form] = Form.useForm<Values>();
  const enter = useApiMutation(AssessmentEnterDocument, { payload: (r) => r.assessmentEnter, touches: ['score'] });
  const send = async ({ file, ...mark }: Values, idempotencyKey: string) => {
    const fileId = file ? await uploadFile(door, 'supplier_assessment', file) : undefined;
    return enter.mutateAsync({ input: { supplierOrgId: supplierId, ...mark, fileId, idempotencyKey } });
  };
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('mark.title')}
      form={form}
      initial={{ dimension: 'innovation' }}
      submitLabel={t('mark.action')}
      send={send}
      onDone={() => {
        void message.success(t('mark.given'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="dimension" label={t('dimension.one')}>
        <Select options={(['innovation', 'environment'] as const).map((value) => ({ value, label: t(`dimension.${value}`) }))} />
      </Form.Item>
      <Form.Item name="value" label={t('mark.value')} rules={[{ required: true, message: t('field.needed') }]}>
        <InputNumber<string> stringMode min="0" max="100" precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="file" label={t('certificate.file')}>
        <FileField />
      </Form.Item>
    </FormDialog>
  );
}
