import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DelegationCreateDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useCan, useViewer } from '@/shared/session/ViewerContext';
import { PersonSelect } from '../PersonSelect';
import { usePeople } from '../usePeople';

interface Values {
  fromId?: string;
  toId: string;
  startsAt: dayjs.Dayjs;
  endsAt: dayjs.Dayjs;
  documentTypes?: string[];
  reason?: string;
}

/** Sends one's own approvals, or those of somebody absent, to somebody else for a period. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('approvals');
  const { message } = App.useApp();
  const { person } = useViewer();
  const [form] = Form.useForm<Values>();
  const people = usePeople();
  const initial = useMemo(() => ({ startsAt: dayjs().startOf('minute') }), []);
  const create = useApiMutation(DelegationCreateDocument, { payload: (r) => r.delegationCreate, touches: ['delegation', 'task', 'run'] });
  const manages = useCan()('approvals.delegation.manage');
  const giver = Form.useWatch('fromId', form) ?? person.id;
  const send = ({ fromId, toId, startsAt, endsAt, documentTypes, reason }: Values, idempotencyKey: string) =>
    create.mutateAsync({
      input: {
        fromId: fromId === person.id ? undefined : fromId,
        toId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        documentTypes: documentTypes?.length ? documentTypes : undefined,
        reason: reason?.trim() || undefined,
        idempotencyKey,
      },
    });
  const types = people.documentTypes.map(({ code, nameEn, nameZh }) => ({ value: code, label: i18n.language.startsWith('zh') ? nameZh : nameEn }));
  return (
    <FormDialog<Values, unknown>
      open
      title={t('delegation.new')}
      intro={t('delegation.intro')}
      form={form}
      initial={initial}
      submitLabel={t('delegation.create')}
      send={send}
      onDone={() => {
        void message.success(t('delegation.created'));
        onClose();
      }}
      onClose={onClose}
    >
      {manages && (
        <Form.Item name="fromId" label={t('delegation.whose')} initialValue={person.id}>
          <PersonSelect options={people.options} loading={people.isPending} />
        </Form.Item>
      )}
      <Form.Item name="toId" label={t('delegation.to')} rules={[{ required: true, message: t('delegation.toNeeded') }]}>
        <PersonSelect options={people.options.filter(({ value }) => value !== giver)} loading={people.isPending} />
      </Form.Item>
      <Form.Item name="startsAt" label={t('delegation.from')} rules={[{ required: true, message: t('delegation.fromNeeded') }]}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={t('delegation.until')}
        dependencies={['startsAt']}
        rules={[
          { required: true, message: t('delegation.untilNeeded') },
          ({ getFieldValue }) => ({
            validator: (_, until?: dayjs.Dayjs) => {
              const from = getFieldValue('startsAt') as dayjs.Dayjs | undefined;
              return until && from && !until.isAfter(from) ? Promise.reject(new Error(t('delegation.untilLater'))) : Promise.resolve();
            },
          }),
        ]}
      >
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="documentTypes" label={t('delegation.types')}>
        <Select mode="multiple" placeholder={t('delegation.allTypes')} showSearch={{ optionFilterProp: 'label' }} options={types} />
      </Form.Item>
      <Form.Item name="reason" label={t('delegation.reason')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}
