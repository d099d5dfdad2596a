import { DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FileField } from './FileField';
import { CERTIFICATE_KINDS, type CertificateKind } from './words';

export interface CertificateValues {
  kind: CertificateKind;
  number?: string;
  issuer?: string;
  expiresDate?: dayjs.Dayjs | null;
  file: File;
}

/** What is asked of a certificate, wherever it is handed in. */
export function CertificateFields() {
  const { t } = useTranslation('suppliers');
  return (
    <>
      <Form.Item name="kind" label={t('certificate.kind')} rules={[{ required: true, message: t('field.needed') }]}>
        <Select options={CERTIFICATE_KINDS.map((value) => ({ value, label: t(`certificateKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="number" label={t('certificate.number')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="issuer" label={t('certificate.issuer')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="expiresDate" label={t('certificate.expires')} extra={t('certificate.expiresHint')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="file" label={t('certificate.file')} rules={[{ required: true, message: t('certificate.fileNeeded') }]}>
        <FileField />
      </Form.Item>
    </>
  );
}
