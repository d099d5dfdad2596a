import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { InvoiceImportDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { useAction } from '@/shared/form/useAction';
import { usePlaces } from '../places';

/** Takes in a UBL or cXML file and shows what became of it. */
export function UploadInvoice({ orderId }: { orderId?: string }) {
  const { t } = useTranslation('procurement');
  const { message } = App.useApp();
  const door = useDoor();
  const navigate = useNavigate();
  const places = usePlaces();
  const { run, busy } = useAction();
  const take = useApiMutation(InvoiceImportDocument, { payload: (r) => r.invoiceImport, touches: ['invoice', 'order'] });

  const send = async (file: File) => {
    const fileId = await uploadFile(door, 'invoice', file);
    const result = await take.mutateAsync({ input: { fileId, orderId, idempotencyKey: crypto.randomUUID() } });
    const invoice = result.invoiceImport?.invoice;
    if (!invoice) return;
    void message.success(t('billing.uploaded', { number: invoice.number }));
    await navigate(places.invoice(invoice.id));
  };

  return (
    <Upload
      accept=".xml,application/xml,text/xml"
      showUploadList={false}
      beforeUpload={(file) => {
        void run(() => send(file));
        return false;
      }}
    >
      <Button loading={busy} title={t('billing.uploadHint')}>
        {t('billing.upload')}
      </Button>
    </Upload>
  );
}
