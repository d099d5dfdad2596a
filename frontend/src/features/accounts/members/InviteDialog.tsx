import { App, Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { InvitationCreateDocument as GroupInvite } from '@/gql/group/graphql';
import { InvitationCreateDocument as UnitInvite } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { LANGUAGES, languageNames } from '@/shared/i18n/language';
import { useRoles } from '../useRoles';
import { usePlaces } from './usePlaces';

interface Values {
  email: string;
  kind: 'group' | 'unit';
  unitId?: string;
  role: string;
  locale: string;
}

/** Invites one address with one role; the mail's link is good for seven days and for that address alone. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const atUnit = useDoor().kind === 'unit';
  const { roles } = useRoles();
  const { units } = usePlaces();
  const kind = Form.useWatch('kind', form) ?? (atUnit ? 'unit' : 'group');
  const invite = useApiMutation(useForDoor(GroupInvite, UnitInvite), { payload: (result) => result.invitationCreate, touches: ['invitation', 'audit'] });
  const required = { required: true, message: t('common:form.required') };
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('invitation.create')}
      intro={t('invitation.intro')}
      form={form}
      initial={{ kind: atUnit ? 'unit' : 'group', locale: i18n.language }}
      submitLabel={t('invitation.send')}
      send={(values, idempotencyKey) => invite.mutateAsync({ input: { ...values, kind, unitId: kind === 'unit' ? values.unitId : undefined, idempotencyKey } })}
      onDone={(_, { email }) => {
        void message.success(t('invitation.sent', { email }));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="email" label={t('field.email')} rules={[required, { type: 'email', message: t('common:form.invalidEmail') }]} validateTrigger="onBlur">
        <Input type="email" autoComplete="off" />
      </Form.Item>
      {!atUnit && (
        <Form.Item name="kind" label={t('member.place')} required>
          <Segmented
            options={[
              { value: 'group', label: t('member.headOffice') },
              { value: 'unit', label: t('member.unit') },
            ]}
            onChange={() => form.setFieldsValue({ role: undefined })}
          />
        </Form.Item>
      )}
      {!atUnit && kind === 'unit' && (
        <Form.Item name="unitId" label={t('member.unit')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
        </Form.Item>
      )}
      <Form.Item name="role" label={t('member.role')} rules={[required]}>
        <Select options={roles.filter((role) => role.kind === kind).map((role) => ({ value: role.code, label: role.name }))} />
      </Form.Item>
      <Form.Item name="locale" label={t('invitation.language')} required>
        <Select options={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))} />
      </Form.Item>
    </FormDialog>
  );
}
