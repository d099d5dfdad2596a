import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplicationSaveDocument, ApplicationSubmitDocument, type RegistrationQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { FormDialog } from '@/shared/form/FormDialog';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { Section } from '@/shared/ui/Page';
import { countryOptions } from '@/shared/ui/places';
import { CertificateFields, type CertificateValues } from './CertificateFields';
import { PROFILE, profileOf, type Profile, type ProfileField, type StoredDocument } from './profile';
import { categoryName, type CertificateKind } from './words';
import styles from './suppliers.module.css';

interface Values extends Profile {
  categoryIds?: string[];
}

interface Handed {
  kind: CertificateKind;
  fileId: string;
  fileName: string;
  number?: string;
  issuer?: string;
  expiresDate?: string;
}

const FIELDS = Object.fromEntries(PROFILE.map(([field]) => [`supplier.${field}`, field]));

/** What an applicant tells and hands in; sent as a whole. */
export function ApplicationForm({ token, registration }: { token: string; registration: RegistrationQuery['registration'] }) {
  const { t, i18n } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [adding, setAdding] = useState(false);
  const [handed, setHanded] = useState<readonly Handed[]>([]);
  const known = (registration.application?.documents ?? []) as readonly StoredDocument[];
  const save = useApiMutation(ApplicationSaveDocument, { payload: (r) => r.applicationSave, touches: [] });
  const submit = useApiMutation(ApplicationSubmitDocument, { payload: (r) => r.applicationSubmit, touches: ['registration'] });
  const send = async ({ categoryIds, ...company }: Values) => {
    const documents = handed.map(({ kind, fileId, number, issuer, expiresDate }) => ({ kind, fileId, number, issuer, expiresDate }));
    await save.mutateAsync({ input: { token, supplier: company, categoryIds: categoryIds ?? [], documents: documents.length > 0 ? documents : undefined } });
    return submit.mutateAsync({ input: { token } });
  };
  const { submit: onFinish, busy, general } = useSubmit<Values, unknown>({ form, send, fields: FIELDS, onDone: () => void message.success(t('register.handedIn')) });
  const needed = (field: ProfileField) => field === 'legalName' || field === 'country';
  return (
    <>
      <Form<Values> form={form} layout="vertical" initialValues={{ ...profileOf(registration.application?.profile), categoryIds: [...(registration.application?.categoryIds ?? [])] }} onFinish={(values) => void onFinish(values)}>
        {registration.application?.decisionReason && <p role="status">{registration.application.decisionReason}</p>}
        <FormErrors messages={general} />
        {PROFILE.map(([field]) => (
          <Form.Item key={field} name={field} label={t(`field.${field}`)} rules={needed(field) ? [{ required: true, message: t('field.needed') }] : []}>
            {field === 'country' ? <Select showSearch={{ optionFilterProp: 'label' }} options={[...countryOptions(i18n.language)]} /> : <Input maxLength={300} />}
          </Form.Item>
        ))}
        <Form.Item name="categoryIds" label={t('register.categories')}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={registration.categories.map((each) => ({ value: each.id, label: categoryName(each, i18n.language) }))} />
        </Form.Item>
        <Section title={t('register.documents')} actions={<Button onClick={() => setAdding(true)}>{t('register.addDocument')}</Button>}>
          <ul className={styles.plain}>
            {(handed.length > 0 ? handed.map((each) => ({ kind: each.kind, name: each.fileName })) : known.map((each) => ({ kind: each.kind as CertificateKind, name: each.file_name }))).map((each, index) => (
              <li key={index} className={styles.row}>
                <strong>{t(`certificateKind.${each.kind}`)}</strong> {each.name}
              </li>
            ))}
          </ul>
        </Section>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('register.submit')}
        </Button>
      </Form>
      <DocumentDialog open={adding} token={token} onAdd={(document) => setHanded((before) => [...before, document])} onClose={() => setAdding(false)} />
    </>
  );
}

function DocumentDialog({ open, token, onAdd, onClose }: { open: boolean; token: string; onAdd: (document: Handed) => void; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const door = useDoor();
  const [form] = Form.useForm<CertificateValues>();
  const send = async ({ file, kind, number, issuer, expiresDate }: CertificateValues): Promise<Handed> => {
    const fileId = await uploadFile(door, 'supplier_application', file, { 'X-Hanse-Registration': token });
    return { kind, fileId, fileName: file.name, number, issuer, expiresDate: expiresDate?.format('YYYY-MM-DD') };
  };
  return (
    <FormDialog<CertificateValues, Handed>
      open={open}
      title={t('register.addDocument')}
      form={form}
      submitLabel={t('register.addDocument')}
      send={send}
      onDone={(document) => {
        onAdd(document);
        onClose();
      }}
      onClose={onClose}
    >
      <CertificateFields />
    </FormDialog>
  );
}
