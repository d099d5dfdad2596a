import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FlowCreateDocument, FlowEditDocument, FlowPublishDocument, FlowRetireDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { usePlaces } from '../places';
import type { Flow } from './FlowPage';
import type { FlowGraph } from './graph';

interface FlowActionsProps {
  flow: Flow;
  name: string;
  graph: FlowGraph;
  changed: boolean;
  onSaved: () => void;
}

const TOUCHES = ['flow'] as const;

/** Save, publish (the server checks once more), retire, and a new version to work on. */
export function FlowActions({ flow, name, graph, changed, onSaved }: FlowActionsProps) {
  const { t } = useTranslation('approvals');
  const can = useCan();
  const navigate = useNavigate();
  const places = usePlaces();
  const { run, busy } = useAction();
  const edit = useApiMutation(FlowEditDocument, { payload: (r) => r.flowEdit, touches: TOUCHES });
  const publish = useApiMutation(FlowPublishDocument, { payload: (r) => r.flowPublish, touches: TOUCHES });
  const retire = useApiMutation(FlowRetireDocument, { payload: (r) => r.flowRetire, touches: TOUCHES });
  const copy = useApiMutation(FlowCreateDocument, { payload: (r) => r.flowCreate, touches: TOUCHES });
  const draft = flow.status === 'draft' || flow.status === 'checked';
  const key = { flowId: flow.id, version: flow.version };

  async function save() {
    await edit.mutateAsync({ input: { ...key, name, graph } });
    onSaved();
  }

  async function newVersion() {
    const made = await copy.mutateAsync({ input: { documentType: flow.documentType, name, copyOfId: flow.id, idempotencyKey: crypto.randomUUID() } });
    const id = made.flowCreate?.flow?.id;
    if (id) await navigate(places.flow(id));
  }

  return (
    <>
      {!draft && can('approvals.flow.edit') && (
        <Button loading={busy} onClick={() => void run(newVersion, t('flow.copied'))}>
          {t('action.newVersion')}
        </Button>
      )}
      {flow.status === 'published' && can('approvals.flow.publish') && (
        <Popconfirm title={t('flow.retireTitle')} onConfirm={() => void run(() => retire.mutateAsync({ input: key }), t('flow.retired'))}>
          <Button danger>{t('action.retire')}</Button>
        </Popconfirm>
      )}
      {draft && can('approvals.flow.edit') && (
        <Button disabled={!changed} loading={busy} onClick={() => void run(save, t('flow.saved'))}>
          {t('action.save')}
        </Button>
      )}
      {draft && can('approvals.flow.publish') && (
        <Popconfirm title={t('flow.publishTitle')} description={t('flow.publishText')} onConfirm={() => void run(() => publish.mutateAsync({ input: key }), t('flow.published'))}>
          <Button type="primary" disabled={changed} loading={busy}>
            {t('action.publish')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
