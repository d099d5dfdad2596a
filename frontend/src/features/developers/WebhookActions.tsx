import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  WebhookDeleteDocument as GroupDelete,
  WebhookEditDocument as GroupEdit,
  WebhookRotateDocument as GroupRotate,
  WebhookTestDocument as GroupTest,
  type WebhookDetailQuery,
} from '@/gql/group/graphql';
import { WebhookDeleteDocument as UnitDelete, WebhookEditDocument as UnitEdit, WebhookRotateDocument as UnitRotate, WebhookTestDocument as UnitTest } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { RowActions } from '@/shared/ui/RowActions';

type Hook = NonNullable<WebhookDetailQuery['webhook']>;

/** What can be done with one webhook. */
export function WebhookActions({ hook, onEdit, onSecret }: { hook: Hook; onEdit: () => void; onSecret: (secret: string) => void }) {
  const { t } = useTranslation(['developers', 'common']);
  const can = useCan();
  const navigate = useNavigate();
  const [modal, holder] = Modal.useModal();
  const { run, busy } = useAction();
  const touches = ['webhook', 'webhookDelivery', 'audit'];
  const edit = useApiMutation(useForDoor(GroupEdit, UnitEdit), { payload: (r) => r.webhookEdit, touches });
  const rotate = useApiMutation(useForDoor(GroupRotate, UnitRotate), { payload: (r) => r.webhookRotate, touches });
  const remove = useApiMutation(useForDoor(GroupDelete, UnitDelete), { payload: (r) => r.webhookDelete, touches });
  const test = useApiMutation(useForDoor(GroupTest, UnitTest), { payload: (r) => r.webhookTest, touches });
  const active = hook.status === 'active';

  const ask = (title: string, content: string, okText: string, act: () => Promise<unknown>, done: string) =>
    void modal.confirm({ title, content, okText, onOk: () => run(act, done) });
  const change = async () => {
    const made = await rotate.mutateAsync({ input: { webhookId: hook.id } });
    onSecret(made.webhookRotate?.secret ?? '');
  };
  const drop = async () => {
    await remove.mutateAsync({ input: { webhookId: hook.id } });
    void navigate('..', { relative: 'path' });
  };
  const actions = [
    ...(can('webhooks.webhook.edit')
      ? [
          { key: 'edit', label: t('common:action.edit'), onClick: onEdit },
          {
            key: 'active',
            label: active ? t('hook.pause') : t('hook.activate'),
            onClick: () => void run(() => edit.mutateAsync({ input: { webhookId: hook.id, version: hook.version, active: !active } }), t('hook.saved')),
          },
        ]
      : []),
    ...(can('webhooks.webhook.rotate') ? [{ key: 'rotate', label: t('hook.rotate'), onClick: () => ask(t('hook.rotate'), t('hook.rotateText'), t('hook.rotate'), change, t('hook.rotated')) }] : []),
    ...(can('webhooks.webhook.delete') ? [{ key: 'delete', label: t('common:action.delete'), danger: true, onClick: () => ask(t('hook.deleteTitle'), t('hook.deleteText'), t('common:action.delete'), drop, t('hook.deleted')) }] : []),
  ];
  return (
    <>
      {can('webhooks.webhook.test') && (
        <Button loading={busy} onClick={() => void run(() => test.mutateAsync({ input: { webhookId: hook.id } }), t('hook.tested'))}>
          {t('hook.test')}
        </Button>
      )}
      {actions.length > 0 && <RowActions name={hook.title || hook.url} actions={actions} />}
      {holder}
    </>
  );
}
