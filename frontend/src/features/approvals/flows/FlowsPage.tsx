import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApprovalFlowsDocument, FlowCreateDocument, type ApprovalFlowFilter, type ApprovalFlowOrder, type ApprovalFlowsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { DateTime } from '@/shared/ui/Values';
import { useDocumentType, useTypeChoices } from '../names';
import { usePlaces } from '../places';
import { FLOW_STATUSES, FlowStatusTag } from './FlowStatusTag';

type Row = ApprovalFlowsQuery['approvalFlows']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };

/** The unit's approval flows with all their versions. */
export function FlowsPage() {
  const { t } = useTranslation('approvals');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const documentType = useDocumentType();
  const types = useTypeChoices();
  const [creating, setCreating] = useState(false);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'documentType', title: t('field.document'), options: types },
      { kind: 'choice', key: 'status', title: t('field.status'), options: FLOW_STATUSES.map((value) => ({ value, label: t(`flowStatus.${value}`) })) },
    ],
    [t, types],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        ApprovalFlowsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<ApprovalFlowFilter>(fields, filters), orderBy: orderBy<ApprovalFlowOrder>(order) }),
        (result) => result.approvalFlows,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'name', title: t('field.name'), order: 'NAME', primary: true, render: (row) => row.name, value: (row) => row.name },
      { key: 'document', title: t('field.document'), render: (row) => documentType(row.documentType), value: (row) => row.documentType },
      { key: 'number', title: t('field.version'), order: 'NUMBER', numeric: true, render: (row) => <span className="num">{row.number}</span>, value: (row) => row.number },
      { key: 'status', title: t('field.status'), render: (row) => <FlowStatusTag status={row.status} />, value: (row) => t(`flowStatus.${row.status as (typeof FLOW_STATUSES)[number]}`) },
      { key: 'publishedAt', title: t('field.publishedAt'), render: (row) => <DateTime value={row.publishedAt} />, value: (row) => row.publishedAt },
      { key: 'publishedBy', title: t('field.publishedBy'), render: (row) => row.publishedByName, value: (row) => row.publishedByName },
      { key: 'createdAt', title: t('field.createdAt'), order: 'CREATED_AT', hidden: true, render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
    ],
    [t, documentType],
  );
  const create = can('approvals.flow.edit') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('flow.new')}
    </Button>
  );
  const actions = (
    <>
      {can('approvals.run.read_all') && <LinkButton to={places.figures}>{t('figures.title')}</LinkButton>}
      {can('approvals.calendar.edit') && <LinkButton to={places.calendar}>{t('calendar.title')}</LinkButton>}
      {create}
    </>
  );
  return (
    <>
      <ListPage
        listId="approvals.flows"
        subject="flow"
        title={t('flow.many')}
        actions={actions}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.flow(row.id)}
        empty={{ title: t('flow.none'), hint: t('flow.noneHint'), action: create }}
      />
      <NewFlow open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

interface Values {
  documentType: string;
  name: string;
}

function NewFlow({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const types = useTypeChoices();
  const create = useApiMutation(FlowCreateDocument, { payload: (r) => r.flowCreate, touches: ['flow'] });
  return (
    <FormDialog<Values, string>
      open={open}
      title={t('flow.new')}
      form={form}
      submitLabel={t('action.create')}
      send={async (values, idempotencyKey) => (await create.mutateAsync({ input: { ...values, idempotencyKey } })).flowCreate?.flow?.id ?? ''}
      onDone={(id) => void navigate(places.flow(id))}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('flow.nameNeeded') }]}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="documentType" label={t('field.document')} rules={[{ required: true, message: t('flow.documentNeeded') }]}>
        <Select options={[...types]} />
      </Form.Item>
    </FormDialog>
  );
}
