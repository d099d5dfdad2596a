import { Button, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonRequestDecideDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts } from '@/shared/ui/Page';
import { DateTime, Nothing } from '@/shared/ui/Values';
import type { DataRequest } from './DataRequestsPage';

interface Hold {
  what: string;
  rows: number;
}

interface Values {
  outcome: string;
  comment: string;
}

/** One request in full, with what was erased and what had to stay, and the answer to it. */
export function RequestDrawer({ request, onClose }: { request: DataRequest | null; onClose: () => void }) {
  const { t } = useTranslation('departure');
  const may = useCan()('privacy.person_request.decide');
  const erased = Object.entries((request?.erased ?? {}) as Record<string, number>);
  const holds = (request?.holds ?? []) as readonly Hold[];
  return (
    <Drawer open={request !== null} onClose={onClose} size={520} title={request?.displayName} destroyOnHidden>
      {request && (
        <>
          <Facts
            items={[
              { term: t('request.what'), value: t(`request.kind.${request.kind as 'erasure'}`) },
              { term: t('request.email'), value: request.email || <Nothing /> },
              { term: t('request.note'), value: request.note || <Nothing /> },
              { term: t('request.due'), value: <DateTime value={request.dueAt} /> },
              { term: t('request.answered'), value: <DateTime value={request.decidedAt} /> },
              { term: t('request.comment'), value: request.comment || <Nothing /> },
              { term: t('request.erased'), value: erased.length ? erased.map(([what, rows]) => <div key={what}>{`${what}: ${rows}`}</div>) : <Nothing /> },
              { term: t('request.holds'), value: holds.length ? holds.map((hold) => <div key={hold.what}>{`${hold.what}: ${hold.rows}`}</div>) : <Nothing /> },
            ]}
          />
          {may && request.status === 'open' && <Decide id={request.id} kind={request.kind ?? ''} onDone={onClose} />}
        </>
      )}
    </Drawer>
  );
}

function Decide({ id, kind, onDone }: { id: string; kind: string; onDone: () => void }) {
  const { t } = useTranslation('departure');
  const [form] = Form.useForm<Values>();
  const decide = useApiMutation(PersonRequestDecideDocument, { payload: (r) => r.personRequestDecide, touches: ['personRequest', 'member', 'audit'] });
  const { submit, busy, general } = useSubmit<Values, unknown>({ form, send: (values) => decide.mutateAsync({ input: { personRequestId: id, ...values } }), onDone });
  const needed = [{ required: true, message: t('request.needed') }];
  return (
    <Form<Values> form={form} layout="vertical" onFinish={(values) => void submit(values)}>
      <FormErrors messages={general} />
      <Form.Item name="outcome" label={t('request.outcome')} extra={kind === 'erasure' ? t('request.erasureHint') : undefined} rules={needed}>
        <Select options={(['done', 'refused'] as const).map((value) => ({ value, label: t(`request.status.${value}`) }))} />
      </Form.Item>
      <Form.Item name="comment" label={t('request.comment')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('request.answer')}
      </Button>
    </Form>
  );
}
