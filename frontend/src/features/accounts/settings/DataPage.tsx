import { Button, Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnRequestsDocument, PersonDataTakeDocument, PersonRequestOpenDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useAction } from '@/shared/form/useAction';
import { useSubmit } from '@/shared/form/useSubmit';
import { download } from '@/shared/list/exportRows';
import { useViewer } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { PurposesSection } from './PurposesSection';
import styles from './settings.module.css';

const PERSON_DOOR = { kind: 'group' } as const;

interface Values {
  groupId: string;
  kind: string;
  note?: string;
}

/** What is kept of the person: to take along, and to ask about. */
export function DataPage() {
  const { t } = useTranslation('accounts');
  const { run, busy } = useAction();
  const take = useApiMutation(PersonDataTakeDocument, { payload: (r) => r.personDataTake, touches: [], door: PERSON_DOOR });
  const fetchData = () =>
    run(async () => {
      const { personDataTake: taken } = await take.mutateAsync({});
      download(new Blob([taken?.json ?? ''], { type: 'application/json' }), 'my-data.json');
      download(new Blob([taken?.html ?? ''], { type: 'text/html' }), 'my-data.html');
    }, t('data.taken'));
  return (
    <>
      <Section title={t('data.title')} intro={t('data.intro')}>
        <Button type="primary" loading={busy} onClick={() => void fetchData()}>
          {t('data.take')}
        </Button>
      </Section>
      <PurposesSection />
      <Requests />
    </>
  );
}

function Requests() {
  const { t } = useTranslation('accounts');
  const { contexts } = useViewer();
  const [form] = Form.useForm<Values>();
  const groups = useMemo(() => [...new Map(contexts.map((each) => [each.groupId, each.groupName]))].map(([value, label]) => ({ value, label })), [contexts]);
  const own = useApiQuery(OwnRequestsDocument, {}, { subject: 'ownRequest', door: PERSON_DOOR });
  const open = useApiMutation(PersonRequestOpenDocument, { payload: (r) => r.personRequestOpen, touches: ['ownRequest'], door: PERSON_DOOR });
  const { submit, busy, general } = useSubmit<Values, unknown>({ form, send: (values) => open.mutateAsync({ input: values }), onDone: () => form.resetFields() });
  const needed = [{ required: true, message: t('data.needed') }];
  const kinds = (['erasure', 'correction', 'other'] as const).map((value) => ({ value, label: t(`data.kind.${value}`) }));
  return (
    <Section title={t('data.ask')} intro={t('data.askIntro')}>
      <FormErrors messages={general} />
      <Form<Values> form={form} layout="vertical" initialValues={{ groupId: groups[0]?.value }} onFinish={(values) => void submit(values)}>
        <Form.Item name="groupId" label={t('data.group')} rules={needed}>
          <Select options={groups} />
        </Form.Item>
        <Form.Item name="kind" label={t('data.what')} rules={needed}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="note" label={t('data.note')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('data.send')}
        </Button>
      </Form>
      <ul className={styles.items}>
        {own.data?.ownRequests.map((request) => (
          <li key={request.id} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{t(`data.kind.${request.kind as 'erasure'}`)}</strong>
              <span className="soft">{request.comment}</span>
            </span>
            <StatusTag tone={request.status === 'open' ? 'warn' : 'idle'}>{t(`data.status.${request.status as 'open'}`)}</StatusTag>
            <span>
              {t('data.due')} <DateTime value={request.dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
