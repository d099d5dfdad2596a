import { Alert, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WebhookCreateDocument as GroupCreate, WebhookEditDocument as GroupEdit, WebhookEventsDocument as GroupEvents, type WebhookDetailQuery } from '@/gql/group/graphql';
import { WebhookCreateDocument as UnitCreate, WebhookEditDocument as UnitEdit, WebhookEventsDocument as UnitEvents } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { countryOptions } from '@/shared/ui/places';
import { CopyButton } from './Code';
import styles from './developers.module.css';

type Hook = NonNullable<WebhookDetailQuery['webhook']>;

interface Values {
  title: string;
  url: string;
  country: string;
  eventTypes: string[];
  withPeople: boolean;
}

/** A new webhook, or one being changed; the secret of a new one is shown once. */
export function WebhookDialog({ hook, onClose }: { hook?: Hook; onClose: () => void }) {
  const { t, i18n } = useTranslation(['developers', 'common']);
  const [form] = Form.useForm<Values>();
  const [secret, setSecret] = useState<string | null>(null);
  const events = useApiQuery(useForDoor(GroupEvents, UnitEvents), {}, { subject: 'webhookEvent' });
  const create = useApiMutation(useForDoor(GroupCreate, UnitCreate), { payload: (r) => r.webhookCreate, touches: ['webhook', 'audit'] });
  const edit = useApiMutation(useForDoor(GroupEdit, UnitEdit), { payload: (r) => r.webhookEdit, touches: ['webhook', 'audit'] });
  const countries = useMemo(() => [...countryOptions(i18n.language)], [i18n.language]);
  const { submit, busy, general } = useSubmit<Values, string | null>({
    form,
    send: async (values, idempotencyKey) => {
      if (!hook) return (await create.mutateAsync({ input: { ...values, idempotencyKey } })).webhookCreate?.secret ?? '';
      await edit.mutateAsync({ input: { ...values, webhookId: hook.id, version: hook.version } });
      return null;
    },
    onDone: (made) => (made === null ? onClose() : setSecret(made)),
  });
  const required = { required: true, message: t('common:form.required') };
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />;
  const initial: Values = { title: hook?.title ?? '', url: hook?.url ?? '', country: hook?.country ?? '', eventTypes: [...(hook?.eventTypes ?? [])], withPeople: hook?.withPeople ?? false };
  return (
    <Modal open width={640} title={hook ? t('hook.edit') : t('hook.add')} okText={hook ? t('common:action.save') : t('hook.add')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <FormErrors messages={general} />
      <Form<Values> form={form} layout="vertical" initialValues={hook ? initial : { ...initial, country: undefined }} onFinish={(values) => void submit(values)}>
        <Form.Item name="title" label={t('hook.name')} extra={t('hook.nameHint')}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="url" label={t('hook.url')} extra={t('hook.urlHint')} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={500} inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="country" label={t('hook.country')} extra={t('hook.countryHint')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={countries} />
        </Form.Item>
        <Form.Item name="eventTypes" label={t('tab.events')} rules={[{ ...required, type: 'array', min: 1 }]}>
          <Select mode="multiple" loading={events.isPending} showSearch={{ optionFilterProp: 'label' }} options={events.data?.webhookEvents.map((event) => ({ value: event.code, label: `${event.name} ${event.code}` })) ?? []} />
        </Form.Item>
        <Form.Item name="withPeople" valuePropName="checked" extra={t('hook.peopleHint')}>
          <Checkbox>{t('hook.people')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The secret of a webhook, this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation(['developers', 'common']);
  return (
    <Modal open width={560} title={t('hook.secretTitle')} closable={false} mask={{ closable: false }} keyboard={false} footer={<Button type="primary" onClick={onClose}>{t('common:action.done')}</Button>}>
      <Alert type="warning" showIcon title={t('hook.secretText')} />
      <div className={styles.secret}>
        <code>{secret}</code>
        <CopyButton text={secret} />
      </div>
      <p className="soft">{t('hook.secretUse')}</p>
    </Modal>
  );
}
