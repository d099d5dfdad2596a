import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  InvitationRevokeDocument as GroupRevoke,
  InvitationsDocument as GroupInvitations,
  type InvitationFilter,
  type InvitationOrder,
  type InvitationsQuery,
} from '@/gql/group/graphql';
import { InvitationRevokeDocument as UnitRevoke, InvitationsDocument as UnitInvitations } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { RowActions } from '@/shared/ui/RowActions';
import { DateTime } from '@/shared/ui/Values';
import { useRoles } from '../useRoles';
import { InviteDialog } from './InviteDialog';
import { MemberTabs } from './MemberTabs';
import { usePlaces } from './usePlaces';

type Invitation = InvitationsQuery['invitations']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };
const TONES: Record<string, Tone> = { open: 'accent', accepted: 'good', expired: 'idle', revoked: 'idle' };

/** Who was invited, and what became of it. */
export function InvitationsPage() {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const door = useDoor();
  const operation = useForDoor(GroupInvitations, UnitInvitations);
  const { roles, nameOf } = useRoles();
  const { nameOfPlace, placeFilter } = usePlaces();
  const [inviting, setInviting] = useState(false);
  const { run } = useAction();
  const revoke = useApiMutation(useForDoor(GroupRevoke, UnitRevoke), { payload: (result) => result.invitationRevoke, touches: ['invitation', 'audit'] });

  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'role', title: t('member.role'), options: roles.map((role) => ({ value: role.code, label: role.name })) },
      ...placeFilter,
      { kind: 'days', key: 'createdAt', title: t('invitation.sentAt'), instants: true },
    ],
    [t, roles, placeFilter],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<InvitationFilter>(fields, filters), orderBy: orderBy<InvitationOrder>(order) }),
        (result) => result.invitations,
      ),
    [door, operation, fields],
  );

  const statusName = (status: string): string => t(`invitation.status.${status}` as 'invitation.status.open', { defaultValue: status });
  const columns: readonly ListColumn<Invitation>[] = [
    { key: 'email', title: t('member.email'), primary: true, order: 'EMAIL', render: (row) => row.email, value: (row) => row.email },
    { key: 'role', title: t('member.role'), render: (row) => nameOf(row.role), value: (row) => nameOf(row.role) },
    ...(door.kind === 'group' ? [{ key: 'place', title: t('member.place'), render: nameOfPlace, value: nameOfPlace }] : []),
    {
      key: 'status',
      title: t('invitation.state'),
      render: (row) => <StatusTag tone={TONES[row.status] ?? 'idle'} hollow={row.status !== 'accepted'}>{statusName(row.status)}</StatusTag>,
      value: (row) => statusName(row.status),
    },
    { key: 'sent', title: t('invitation.sentAt'), order: 'CREATED_AT', render: (row) => <DateTime value={row.createdAt} ago />, value: (row) => row.createdAt },
    { key: 'expires', title: t('invitation.expiresAt'), order: 'EXPIRES_AT', render: (row) => <DateTime value={row.expiresAt} />, value: (row) => row.expiresAt },
    {
      key: 'actions',
      title: '',
      render: (row) =>
        row.status === 'open' && can('accounts.invitation.revoke') ? (
          <RowActions
            name={row.email}
            actions={[{ key: 'revoke', label: t('invitation.revoke'), danger: true, onClick: () => void run(() => revoke.mutateAsync({ input: { invitationId: row.id } }), t('invitation.revoked')) }]}
          />
        ) : null,
    },
  ];

  return (
    <>
      <ListPage
        listId="accounts.invitations"
        subject="invitation"
        title={t('member.title')}
        tabs={<MemberTabs />}
        actions={
          can('accounts.invitation.create') && (
            <Button type="primary" onClick={() => setInviting(true)}>
              {t('invitation.create')}
            </Button>
          )
        }
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        empty={{ title: t('invitation.empty'), hint: t('invitation.emptyHint') }}
      />
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
