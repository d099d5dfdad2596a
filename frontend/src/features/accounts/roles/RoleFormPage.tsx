import { Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { CustomRoleCreateDocument, CustomRoleEditDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { PermissionPicker } from '../PermissionPicker';
import { usePermissions, type Permission } from '@/shared/session/usePermissions';
import { useRoles, type Role } from '../useRoles';

const KINDS = ['group', 'unit', 'supplier', 'distributor'] as const;
const PATTERN = /^[a-z][a-z0-9_]{1,47}$/;

interface Values {
  name: string;
  code: string;
  kind: string;
  permissions: string[];
}

/** A new role of the group's own, or a change of one. */
export function RoleFormPage() {
  const { kind, code } = useParams();
  const roles = useRoles();
  const catalogue = usePermissions();
  const role = roles.roles.find((each) => each.kind === kind && each.code === code && Boolean(each.customRoleId));
  if (roles.isPending || catalogue.isPending) return <Loading />;
  const error = roles.error ?? catalogue.error;
  if (error) return <Failure error={error} onRetry={() => void roles.refetch()} />;
  if (code && !role) return <NotFound />;
  return <RoleForm role={role} catalogue={catalogue.data?.permissions ?? []} />;
}

function RoleForm({ role, catalogue }: { role: Role | undefined; catalogue: readonly Permission[] }) {
  const { t } = useTranslation(['accounts', 'common']);
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const base = `${contextPath(useWorkContext())}/roles`;
  const kind = Form.useWatch('kind', form) ?? role?.kind ?? 'unit';
  const offered = useMemo(() => catalogue.filter((permission) => permission.kinds.includes(kind)), [catalogue, kind]);
  const touches = ['role', 'audit'];
  const create = useApiMutation(CustomRoleCreateDocument, { payload: (result) => result.customRoleCreate, touches });
  const edit = useApiMutation(CustomRoleEditDocument, { payload: (result) => result.customRoleEdit, touches });
  const required = { required: true, message: t('common:form.required') };
  const detail = (values: Pick<Values, 'kind' | 'code'>): string => `${base}/${values.kind}/${values.code}`;

  function send(values: Values, idempotencyKey: string): Promise<unknown> {
    const permissions = values.permissions.filter((each) => offered.some((permission) => permission.code === each));
    if (role?.customRoleId) {
      return edit.mutateAsync({ input: { customRoleId: role.customRoleId, version: role.version ?? 0, name: values.name, permissions } });
    }
    return create.mutateAsync({ input: { ...values, permissions, idempotencyKey } });
  }

  return (
    <FormPage<Values, unknown>
      title={role ? t('role.editTitle', { name: role.name }) : t('role.create')}
      intro={t('role.formIntro')}
      crumbs={[{ title: t('role.title'), to: base }]}
      form={form}
      initial={{ name: role?.name ?? '', code: role?.code ?? '', kind: role?.kind ?? 'unit', permissions: [...(role?.permissions ?? [])] }}
      submitLabel={role ? t('common:action.save') : t('role.create')}
      send={send}
      onDone={(_, values) => void navigate(detail(role ?? values), { replace: true })}
      onCancel={() => void navigate(role ? detail(role) : base)}
    >
      <Columns>
        <Form.Item name="name" label={t('role.name')} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t('role.code')} extra={t('role.codeHint')} rules={[required, { pattern: PATTERN, message: t('role.codeHint') }]}>
          <Input maxLength={48} disabled={role !== undefined} />
        </Form.Item>
      </Columns>
      <Form.Item name="kind" label={t('role.kind')} required>
        <Select disabled={role !== undefined} style={{ maxWidth: 300 }} options={KINDS.map((value) => ({ value, label: t(`role.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="permissions" label={t('role.permissions')} rules={[{ required: true, type: 'array', min: 1, message: t('role.permissionsRequired') }]}>
        <PermissionPicker permissions={offered} />
      </Form.Item>
    </FormPage>
  );
}
