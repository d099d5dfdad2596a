import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { InvoiceImportDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { useAction } from '@/shared/form/useAction';
import { usePlaces } from '../places';

const isXml = (file: File) => file.name.toLowerCase().endsWith('.xml');

/** Takes in a UBL or cXML file, with a picture of it when one is chosen beside it, and shows what became of it. */
export function UploadInvoice({ orderId }: { orderId?: string }) {
  const { t } = useTranslation('procurement');
  const { message } = App.useApp();
  const door = useDoor();
  const navigate = useNavigate();
  const places = usePlaces();
  const { run, busy } = useAction();
  const take = useApiMutation(InvoiceImportDocument, { payload: (r) => r.invoiceImport, touches: ['invoice', 'order'] });

  const send = async (files: readonly File[]) => {
    const document = files.find(isXml) ?? files[0];
    const picture = files.find((file) => file !== document);
    if (!document) return;
    const fileId = await uploadFile(door, 'invoice', document);
    const pdfFileId = picture && (await uploadFile(door, 'invoice', picture));
    const result = await take.mutateAsync({ input: { fileId, pdfFileId, orderId, idempotencyKey: crypto.randomUUID() } });
    const invoice = result.invoiceImport?.invoice;
    if (!invoice) return;
    void message.success(t('billing.uploaded', { number: invoice.number }));
    await navigate(places.invoice(invoice.id));
  };

  return (
    <Upload
      accept=".xml,application/xml,text/xml,.pdf"
      multiple
      showUploadList={false}
      beforeUpload={(file, chosen) => {
        if (file === chosen[0]) void run(() => send(chosen));
        return false;
      }}
    >
      <Button loading={busy} title={t('billing.uploadHint')}>
        {t('billing.upload')}
      </Button>
    </Upload>
  );
}
