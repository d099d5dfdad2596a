import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localLoader } from '@/shared/list/localLoader';
import { List } from '@/shared/list/List';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useDoor } from '@/shared/api/DoorContext';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Count } from '@/shared/ui/Values';
import { StatusTag } from '@/shared/ui/StatusTag';
import { useRoles, type Role } from '../useRoles';
import { RoleTabs } from './RoleTabs';

const KINDS = ['group', 'unit', 'supplier', 'distributor'] as const;
const BY_NAME = { field: 'NAME', descending: false };

/** Every role that can be given here: those that come with the platform, and the group's own. */
export function RolesPage() {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const atGroup = useDoor().kind === 'group';
  const base = `${contextPath(useWorkContext())}/roles`;
  const { roles, nameOf, isPending, error, refetch } = useRoles();

  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'kind', title: t('role.kind'), options: KINDS.map((value) => ({ value, label: t(`role.kinds.${value}`) })) },
      { kind: 'flag', key: 'own', title: t('role.own') },
    ],
    [t],
  );
  const load = useMemo(
    () =>
      localLoader<Role>({
        rows: roles,
        text: (role) => `${nameOf(role.code)} ${role.code}`,
        matches: (role, filters) =>
          (filters.kind === undefined || (filters.kind as readonly string[]).includes(role.kind)) && (filters.own === undefined || filters.own === Boolean(role.customRoleId)),
        keys: { NAME: (role) => nameOf(role.code), KIND: (role) => role.kind, COUNT: (role) => role.permissions.length },
      }),
    // `nameOf` is new with each drawing and says the same as long as the roles do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [roles],
  );
  const kindName = (role: Role): string => t(`role.kinds.${role.kind}` as 'role.kinds.unit');
  const origin = (role: Role): string => (role.customRoleId ? t('role.own') : t('role.shipped'));
  const columns: readonly ListColumn<Role>[] = [
    { key: 'name', title: t('role.name'), primary: true, order: 'NAME', render: (role) => nameOf(role.code), value: (role) => nameOf(role.code) },
    { key: 'kind', title: t('role.kind'), order: 'KIND', render: kindName, value: kindName },
    { key: 'origin', title: t('role.origin'), render: origin, value: origin },
    { key: 'code', title: t('role.code'), hidden: true, render: (role) => <code>{role.code}</code>, value: (role) => role.code },
    { key: 'count', title: t('role.permissions'), numeric: true, order: 'COUNT', render: (role) => <Count value={role.permissions.length} />, value: (role) => role.permissions.length },
    {
      key: 'privileged',
      title: t('role.reach'),
      render: (role) => (role.privileged ? <StatusTag tone="warn">{t('permission.privileged')}</StatusTag> : null),
      value: (role) => (role.privileged ? t('permission.privileged') : ''),
    },
  ];

  if (isPending) return <Loading />;
  if (error && roles.length === 0) return <Failure error={error} onRetry={() => void refetch()} />;
  const create = atGroup && can('accounts.role.edit') && (
    <LinkButton type="primary" to={`${base}/new`}>
      {t('role.create')}
    </LinkButton>
  );
  return (
    <Page title={t('role.title')} intro={t('role.intro')} actions={create} tabs={<RoleTabs />} fill>
      <List
        listId="accounts.roles"
        subject="role"
        version={roles}
        title={t('role.title')}
        columns={columns}
        filters={fields}
        order={BY_NAME}
        load={load}
        rowKey={(role) => `${role.kind}.${role.code}`}
        rowLink={(role) => `${base}/${role.kind}/${encodeURIComponent(role.code)}`}
      />
    </Page>
  );
}
