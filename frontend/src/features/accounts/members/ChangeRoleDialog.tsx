import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MemberChangeRoleDocument as GroupChange } from '@/gql/group/graphql';
import { MemberChangeRoleDocument as UnitChange } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useRoles } from '../useRoles';
import type { Member } from './MembersPage';

interface Values {
  role: string;
}

/** Another role for one member; the person signs in again and works with it at once. */
export function ChangeRoleDialog({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const [form] = Form.useForm<Values>();
  const { roles } = useRoles();
  const change = useApiMutation(useForDoor(GroupChange, UnitChange), { payload: (result) => result.memberChangeRole, touches: ['member', 'audit'] });
  const options = roles.filter((role) => role.kind === member?.kind).map((role) => ({ value: role.code, label: role.name }));
  return (
    <FormDialog
      open={member !== null}
      title={t('member.changeRole')}
      intro={member && t('member.changeRoleIntro', { name: member.displayName || member.email })}
      form={form}
      initial={{ role: member?.role }}
      submitLabel={t('common:action.save')}
      send={({ role }) => change.mutateAsync({ input: { membershipId: member?.id ?? '', role, version: member?.version ?? 0 } })}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('member.role')} rules={[{ required: true, message: t('common:form.required') }]}>
        <Select options={options} />
      </Form.Item>
    </FormDialog>
  );
}
