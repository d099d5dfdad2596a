import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RegistrationInviteDocument as GroupInvite } from '@/gql/group/graphql';
import { RegistrationInviteDocument as UnitInvite } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';

/** Mails an invitation to register; at a unit’s door the supplier becomes that unit’s contact. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ email: string }>();
  const invite = useApiMutation(useForDoor(GroupInvite, UnitInvite), { payload: (r) => r.registrationInvite, touches: ['registration'] });
  return (
    <FormDialog<{ email: string }, unknown>
      open={open}
      title={t('application.inviteTitle')}
      form={form}
      submitLabel={t('application.invite')}
      send={(input) => invite.mutateAsync({ input })}
      onDone={() => {
        void message.success(t('application.sent'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="email" label={t('application.email')} rules={[{ required: true, message: t('field.needed') }]}>
        <Input type="email" maxLength={254} />
      </Form.Item>
    </FormDialog>
  );
}
