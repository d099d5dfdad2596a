import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { MemberRemoveDocument as GroupRemove } from '@/gql/group/graphql';
import { MemberRemoveDocument as UnitRemove } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useRoles } from '../useRoles';
import type { Member } from './MembersPage';

export function RemoveMemberDialog({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const [form] = Form.useForm<object>();
  const { nameOf } = useRoles();
  const remove = useApiMutation(useForDoor(GroupRemove, UnitRemove), { payload: (result) => result.memberRemove, touches: ['member', 'invitation', 'apiKey', 'audit'] });
  return (
    <FormDialog
      open={member !== null}
      danger
      title={t('member.removeTitle', { name: member?.displayName || member?.email || '' })}
      intro={t('member.removeText', { role: nameOf(member?.role ?? '') })}
      form={form}
      submitLabel={t('member.remove')}
      send={() => remove.mutateAsync({ input: { membershipId: member?.id ?? '', version: member?.version ?? 0 } })}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
