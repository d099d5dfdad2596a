import CopyOutlined from '@ant-design/icons/es/icons/CopyOutlined';
import { Alert, App, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiKeyCreateDocument as GroupCreate } from '@/gql/group/graphql';
import { ApiKeyCreateDocument as UnitCreate } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { useCan } from '@/shared/session/ViewerContext';
import { PermissionPicker } from '../PermissionPicker';
import { usePermissions } from '@/shared/session/usePermissions';
import styles from '../permissions.module.css';

interface Values {
  name: string;
  expires: Dayjs;
  permissions: string[];
}

const LONGEST = 365;
const dayFromNow = (days: number): Dayjs => dayjs().startOf('day').add(days, 'day');

/** Makes a key and shows its secret, once; the person may give it nothing beyond the own rights. */
export function ApiKeyCreateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const can = useCan();
  const [form] = Form.useForm<Values>();
  const [secret, setSecret] = useState<string | null>(null);
  const catalogue = usePermissions();
  const offered = catalogue.data?.permissions.filter((permission) => permission.keyScope && can(permission.code)) ?? [];
  const create = useApiMutation(useForDoor(GroupCreate, UnitCreate), { payload: (result) => result.apiKeyCreate, touches: ['apiKey', 'audit'] });
  const { submit, busy, general } = useSubmit<Values, { apiKeyCreate?: { secret?: string | null } | null }>({
    form,
    fields: { expiresAt: 'expires' },
    send: ({ name, expires, permissions }, idempotencyKey) =>
      create.mutateAsync({ input: { name, permissions, expiresAt: expires.endOf('day').toISOString(), idempotencyKey } }),
    onDone: (result) => setSecret(result.apiKeyCreate?.secret ?? ''),
  });
  const required = { required: true, message: t('common:form.required') };
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />;
  return (
    <Modal open width={720} title={t('apiKey.create')} okText={t('apiKey.create')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <FormErrors messages={general} />
      <Form<Values> form={form} layout="vertical" initialValues={{ name: '', expires: dayFromNow(90), permissions: [] }} onFinish={(values) => void submit(values)}>
        <Form.Item name="name" label={t('apiKey.name')} extra={t('apiKey.nameHint')} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="expires" label={t('apiKey.expires')} extra={t('apiKey.expiresHint')} rules={[required]}>
          <DatePicker allowClear={false} minDate={dayFromNow(1)} maxDate={dayFromNow(LONGEST)} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="permissions" label={t('role.permissions')} rules={[{ required: true, type: 'array', min: 1, message: t('role.permissionsRequired') }]}>
          <PermissionPicker permissions={offered} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();

  async function copy() {
    await navigator.clipboard.writeText(secret);
    void message.success(t('common:action.copied'));
  }

  return (
    <Modal open width={560} title={t('apiKey.secretTitle')} closable={false} mask={{ closable: false }} keyboard={false} footer={<Button type="primary" onClick={onClose}>{t('common:action.done')}</Button>}>
      <Alert type="warning" showIcon title={t('apiKey.secretText')} />
      <div className={styles.secret}>
        <code>{secret}</code>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('common:action.copy')}
        </Button>
      </div>
      <p className="soft">{t('apiKey.secretUse')}</p>
    </Modal>
  );
}
