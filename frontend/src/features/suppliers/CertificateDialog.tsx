import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { CertificateSubmitDocument as GroupSubmit } from '@/gql/group/graphql';
import { CertificateSubmitDocument as UnitSubmit } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { FormDialog } from '@/shared/form/FormDialog';
import { CertificateFields, type CertificateValues } from './CertificateFields';

/** Hands in a certificate of a supplier. */
export function CertificateDialog({ open, supplierId, onClose }: { open: boolean; supplierId: string; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const door = useDoor();
  const [form] = Form.useForm<CertificateValues>();
  const submit = useApiMutation(useForDoor(GroupSubmit, UnitSubmit), { payload: (r) => r.certificateSubmit, touches: ['supplier', 'certificate'] });
  const send = async ({ file, kind, number, issuer, expiresDate }: CertificateValues, idempotencyKey: string) => {
    const fileId = await uploadFile(door, 'supplier_certificate', file);
    return submit.mutateAsync({ input: { supplierOrgId: supplierId, kind, fileId, number, issuer, expiresDate: expiresDate?.format('YYYY-MM-DD'), idempotencyKey } });
  };
  return (
    <FormDialog<CertificateValues, unknown>
      open={open}
      title={t('certificate.submit')}
      form={form}
      submitLabel={t('certificate.submit')}
      send={send}
      onDone={() => {
        void message.success(t('certificate.submitted'));
        onClose();
      }}
      onClose={onClose}
    >
      <CertificateFields />
    </FormDialog>
  );
}
