import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MembersDocument as GroupMembers, type MemberFilter, type MemberOrder, type MembersQuery } from '@/gql/group/graphql';
import { MembersDocument as UnitMembers } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan, useViewer } from '@/shared/session/ViewerContext';
import { RowActions } from '@/shared/ui/RowActions';
import { DateTime } from '@/shared/ui/Values';
import { useRoles } from '../useRoles';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import { InviteDialog } from './InviteDialog';
import { MemberTabs } from './MemberTabs';
import { RemoveMemberDialog } from './RemoveMemberDialog';
import { usePlaces } from './usePlaces';

export type Member = MembersQuery['members']['edges'][number]['node'];

const BY_NAME = { field: 'DISPLAY_NAME', descending: false };

type Open = { dialog: 'invite' } | { dialog: 'role' | 'remove'; member: Member } | null;

/** Who works here and in which role: head office sees the whole group, a unit its own people. */
export function MembersPage() {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const { person } = useViewer();
  const door = useDoor();
  const operation = useForDoor(GroupMembers, UnitMembers);
  const { roles, nameOf } = useRoles();
  const { nameOfPlace, placeFilter } = usePlaces();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);

  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'role', title: t('member.role'), options: roles.map((role) => ({ value: role.code, label: role.name })) },
      ...placeFilter,
      { kind: 'days', key: 'createdAt', title: t('member.since'), instants: true },
    ],
    [t, roles, placeFilter],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<MemberFilter>(fields, filters), orderBy: orderBy<MemberOrder>(order) }),
        (result) => result.members,
      ),
    [door, operation, fields],
  );
  const columns: readonly ListColumn<Member>[] = [
    { key: 'name', title: t('member.name'), primary: true, order: 'DISPLAY_NAME', render: (row) => row.displayName || row.email, value: (row) => row.displayName },
    { key: 'email', title: t('member.email'), order: 'EMAIL', render: (row) => row.email, value: (row) => row.email },
    { key: 'role', title: t('member.role'), order: 'ROLE', render: (row) => nameOf(row.role), value: (row) => nameOf(row.role) },
    ...(door.kind === 'group' ? [{ key: 'place', title: t('member.place'), render: nameOfPlace, value: nameOfPlace }] : []),
    { key: 'since', title: t('member.since'), order: 'CREATED_AT', render: (row) => <DateTime value={row.createdAt} ago />, value: (row) => row.createdAt },
    { key: 'actions', title: '', render: (row) => <RowActions name={row.displayName || row.email} actions={actionsOf(row)} /> },
  ];

  function actionsOf(member: Member) {
    if (member.personId === person.id) return [];
    return [
      ...(can('accounts.member.change_role') ? [{ key: 'role', label: t('member.changeRole'), onClick: () => setOpen({ dialog: 'role', member }) }] : []),
      ...(can('accounts.member.remove') ? [{ key: 'remove', label: t('member.remove'), danger: true, onClick: () => setOpen({ dialog: 'remove', member }) }] : []),
    ];
  }

  return (
    <>
      <ListPage
        listId="accounts.members"
        subject="member"
        title={t('member.title')}
        tabs={<MemberTabs />}
        actions={
          can('accounts.invitation.create') && (
            <Button type="primary" onClick={() => setOpen({ dialog: 'invite' })}>
              {t('invitation.create')}
            </Button>
          )
        }
        columns={columns}
        filters={fields}
        order={BY_NAME}
        load={load}
        rowKey={(row) => row.id}
      />
      <InviteDialog open={open?.dialog === 'invite'} onClose={close} />
      <ChangeRoleDialog member={open?.dialog === 'role' ? open.member : null} onClose={close} />
      <RemoveMemberDialog member={open?.dialog === 'remove' ? open.member : null} onClose={close} />
    </>
  );
}
