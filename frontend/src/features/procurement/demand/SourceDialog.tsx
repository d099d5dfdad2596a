import { Form, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MembersDocument, MrpSourceCreateDocument, MrpSourceEditDocument } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { CostCentrePicker } from '@/shared/pickers/CostCentrePicker';
import type { Source } from './SourcesPage';

interface Values {
  name: string;
  ownerId: string;
  grouping: string;
  costCentre?: string;
  shape: string;
  url?: string;
  userName?: string;
  password?: string;
  everyMinutes?: number | null;
}

const GROUPINGS = ['supplier', 'category', 'week', 'all'] as const;
const SHAPES = ['purchase_requisition', 'planned_order'] as const;
const MOST_MEMBERS = 200;

/** Sets a source up, or changes it; a stored password is never shown and only sent when it is written anew. */
export function SourceDialog({ source, open, onClose }: { source: Source | null; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const shape = Form.useWatch('shape', form);
  const members = useApiQuery(MembersDocument, { first: MOST_MEMBERS }, { subject: 'member', enabled: open });
  const people = useMemo(() => {
    const named = new Map(members.data?.members.edges.flatMap(({ node }) => (node.personId ? [[node.personId, node.displayName || node.email] as const] : [])));
    if (source) named.set(source.ownerId, source.ownerName);
    return [...named].map(([value, label]) => ({ value, label }));
  }, [members.data, source]);
  const create = useApiMutation(MrpSourceCreateDocument, { payload: (r) => r.mrpSourceCreate, touches: ['mrpSource'] });
  const edit = useApiMutation(MrpSourceEditDocument, { payload: (r) => r.mrpSourceEdit, touches: ['mrpSource'] });
  const initial: Partial<Values> = source ? { ...source } : { grouping: 'supplier', shape: '', everyMinutes: 0 };

  function send({ password, everyMinutes, url, userName, ...rest }: Values, idempotencyKey: string): Promise<unknown> {
    const input = { ...rest, url: url ?? '', userName: userName ?? '', everyMinutes: everyMinutes ?? 0, ...(password ? { password } : {}) };
    return source ? edit.mutateAsync({ input: { ...input, sourceId: source.id, version: source.version } }) : create.mutateAsync({ input: { ...input, idempotencyKey } });
  }

  return (
    <FormDialog<Values, unknown> open={open} title={source ? t('demand.editSource', { name: source.name }) : t('demand.newSource')} form={form} initial={initial} submitLabel={t('action.save')} send={send} onDone={onClose} onClose={onClose}>
      <Form.Item name="name" label={t('demand.name')} rules={[{ required: true, whitespace: true, message: t('demand.nameNeeded') }]}>
        <Input maxLength={80} placeholder="SAP MRP" />
      </Form.Item>
      <Form.Item name="ownerId" label={t('demand.owner')} extra={t('demand.ownerHint')} rules={[{ required: true, message: t('demand.ownerNeeded') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={members.isFetching} options={people} />
      </Form.Item>
      <Form.Item name="grouping" label={t('demand.groupingTitle')}>
        <Select options={GROUPINGS.map((value) => ({ value, label: t(`demand.grouping.${value}`) }))} />
      </Form.Item>
      <Form.Item name="costCentre" label={t('field.costCentre')}>
        <CostCentrePicker />
      </Form.Item>
      <Form.Item name="shape" label={t('demand.pull')}>
        <Select options={[{ value: '', label: t('demand.notPulled') }, ...SHAPES.map((value) => ({ value, label: t(`demand.shape.${value}`) }))]} />
      </Form.Item>
      {shape && (
        <>
          <Form.Item name="url" label={t('demand.url')} rules={[{ required: true, message: t('demand.urlNeeded') }]}>
            <Input type="url" maxLength={500} placeholder="https://erp.example.com/sap/opu/odata/sap/API_PURCHASEREQ_PROCESS_SRV" />
          </Form.Item>
          <Form.Item name="userName" label={t('demand.userName')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="password" label={t('demand.password')} extra={source?.shape ? t('demand.passwordKept') : undefined}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item name="everyMinutes" label={t('demand.everyMinutes')} extra={t('demand.everyHint')}>
            <InputNumber min={0} max={10080} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
