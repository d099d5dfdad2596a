import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiKeyRevokeDocument as GroupRevoke, ApiKeysDocument as GroupKeys, type ApiKeyFilter, type ApiKeyOrder, type ApiKeysQuery } from '@/gql/group/graphql';
import { ApiKeyRevokeDocument as UnitRevoke, ApiKeysDocument as UnitKeys } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { RowActions } from '@/shared/ui/RowActions';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Count, DateTime } from '@/shared/ui/Values';
import { usePlaces } from '../members/usePlaces';
import { ApiKeyCreateDialog } from './ApiKeyCreateDialog';

type ApiKey = ApiKeysQuery['apiKeys']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };
const TONES: Record<string, Tone> = { active: 'good', expired: 'idle', revoked: 'idle' };

/** Programs that work here in their own name: what each may do, until when, and when it was last seen. */
export function ApiKeysPage() {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const door = useDoor();
  const operation = useForDoor(GroupKeys, UnitKeys);
  const { nameOfPlace, placeFilter } = usePlaces();
  const [creating, setCreating] = useState(false);
  const [modal, holder] = Modal.useModal();
  const { run } = useAction();
  const revoke = useApiMutation(useForDoor(GroupRevoke, UnitRevoke), { payload: (result) => result.apiKeyRevoke, touches: ['apiKey', 'audit'] });

  const fields = useMemo<readonly FilterField[]>(
    () => [
      ...placeFilter,
      { kind: 'days', key: 'expiresAt', title: t('apiKey.expires'), instants: true },
      { kind: 'days', key: 'lastUsedAt', title: t('apiKey.lastUsed'), instants: true },
    ],
    [t, placeFilter],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<ApiKeyFilter>(fields, filters), orderBy: orderBy<ApiKeyOrder>(order) }),
        (result) => result.apiKeys,
      ),
    [door, operation, fields],
  );

  function askRevoke(key: ApiKey) {
    void modal.confirm({
      title: t('apiKey.revokeTitle', { name: key.name }),
      content: t('apiKey.revokeText'),
      okText: t('apiKey.revoke'),
      okButtonProps: { danger: true },
      onOk: () => run(() => revoke.mutateAsync({ input: { apiKeyId: key.id } }), t('apiKey.revoked')),
    });
  }

  const statusName = (key: ApiKey): string => t(`apiKey.status.${key.status}` as 'apiKey.status.active', { defaultValue: key.status });
  const columns: readonly ListColumn<ApiKey>[] = [
    { key: 'name', title: t('apiKey.name'), primary: true, order: 'NAME', render: (key) => key.name, value: (key) => key.name },
    { key: 'prefix', title: t('apiKey.prefix'), render: (key) => <code>{key.prefix}…</code>, value: (key) => key.prefix },
    ...(door.kind === 'group' ? [{ key: 'place', title: t('member.place'), render: (key: ApiKey) => nameOfPlace({ kind: '', unitId: key.unitId }) }] : []),
    { key: 'count', title: t('role.permissions'), numeric: true, render: (key) => <Count value={key.permissions.length} />, value: (key) => key.permissions.join(' ') },
    { key: 'status', title: t('invitation.state'), render: (key) => <StatusTag tone={TONES[key.status] ?? 'idle'} hollow={key.status !== 'active'}>{statusName(key)}</StatusTag>, value: statusName },
    { key: 'used', title: t('apiKey.lastUsed'), order: 'LAST_USED_AT', render: (key) => <DateTime value={key.lastUsedAt} ago />, value: (key) => key.lastUsedAt },
    { key: 'expires', title: t('apiKey.expires'), order: 'EXPIRES_AT', render: (key) => <DateTime value={key.expiresAt} />, value: (key) => key.expiresAt },
    { key: 'created', title: t('apiKey.created'), order: 'CREATED_AT', hidden: true, render: (key) => <DateTime value={key.createdAt} />, value: (key) => key.createdAt },
    {
      key: 'actions',
      title: '',
      render: (key) =>
        key.status === 'active' && can('accounts.api_key.revoke') ? (
          <RowActions name={key.name} actions={[{ key: 'revoke', label: t('apiKey.revoke'), danger: true, onClick: () => askRevoke(key) }]} />
        ) : null,
    },
  ];

  const create = can('accounts.api_key.create') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('apiKey.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        listId="accounts.apiKeys"
        subject="apiKey"
        title={t('apiKey.title')}
        intro={t('apiKey.intro')}
        actions={create}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(key) => key.id}
        empty={{ title: t('apiKey.empty'), hint: t('apiKey.emptyHint') }}
      />
      {creating && <ApiKeyCreateDialog onClose={() => setCreating(false)} />}
      {holder}
    </>
  );
}
