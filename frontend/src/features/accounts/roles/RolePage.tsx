import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { CustomRoleDeleteDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useDoor } from '@/shared/api/DoorContext';
import { useAction } from '@/shared/form/useAction';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Facts, Page } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { PermissionPicker } from '../PermissionPicker';
import { usePermissions } from '@/shared/session/usePermissions';
import { useRoles } from '../useRoles';

/** What one role permits. */
export function RolePage() {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const { kind, code } = useParams();
  const navigate = useNavigate();
  const can = useCan();
  const atGroup = useDoor().kind === 'group';
  const base = `${contextPath(useWorkContext())}/roles`;
  const roles = useRoles();
  const catalogue = usePermissions();
  const { run, busy } = useAction();
  const remove = useApiMutation(CustomRoleDeleteDocument, { payload: (result) => result.customRoleDelete, touches: ['role', 'audit'] });
  const role = roles.roles.find((each) => each.kind === kind && each.code === code);

  if (roles.isPending || catalogue.isPending) return <Loading />;
  const error = roles.error ?? catalogue.error;
  if (error) return <Failure error={error} onRetry={() => void roles.refetch()} />;
  if (!role) return <NotFound />;

  async function onDelete() {
    if (!role?.customRoleId) return;
    const done = await run(() => remove.mutateAsync({ input: { customRoleId: role.customRoleId ?? '', version: role.version ?? 0 } }));
    if (!done) return;
    void message.success(t('role.deleted', { name: role.name }));
    void navigate(base, { replace: true });
  }

  const mayEdit = atGroup && Boolean(role.customRoleId) && can('accounts.role.edit');
  const mine = catalogue.data?.permissions.filter((permission) => role.permissions.includes(permission.code)) ?? [];
  return (
    <Page
      title={role.name}
      width="reading"
      crumbs={[{ title: t('role.title'), to: base }]}
      aside={role.privileged && <StatusTag tone="warn">{t('permission.privileged')}</StatusTag>}
      actions={
        mayEdit && (
          <>
            <LinkButton to="edit">{t('common:action.edit')}</LinkButton>
            <Popconfirm title={t('role.deleteAsk', { name: role.name })} onConfirm={onDelete}>
              <Button danger loading={busy}>
                {t('common:action.delete')}
              </Button>
            </Popconfirm>
          </>
        )
      }
    >
      <Facts
        items={[
          { term: t('role.kind'), value: t(`role.kinds.${role.kind}` as 'role.kinds.unit') },
          { term: t('role.origin'), value: role.customRoleId ? t('role.own') : t('role.shipped') },
          { term: t('role.code'), value: <code>{role.code}</code> },
        ]}
      />
      <PermissionPicker permissions={mine} readOnly />
    </Page>
  );
}
