import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnitCloseDocument, UnitPurgeDocument, UnitResumeDocument, UnitSuspendDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import type { UnitAction } from './UnitActions';
import type { Unit } from './useUnit';

interface Values {
  reason?: string;
  confirmSlug?: string;
}

const TOUCHES = ['unit', 'unitArchive', 'audit'];

/** Suspending, resuming, closing and deleting a unit: each says what it will do, and asks for a reason or the name. */
export function UnitLifeDialog({ unit, action, onClose }: { unit: Unit; action: UnitAction | null; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'common']);
  const [form] = Form.useForm<Values>();
  const suspend = useApiMutation(UnitSuspendDocument, { payload: (result) => result.unitSuspend, touches: TOUCHES });
  const resume = useApiMutation(UnitResumeDocument, { payload: (result) => result.unitResume, touches: TOUCHES });
  const close = useApiMutation(UnitCloseDocument, { payload: (result) => result.unitClose, touches: TOUCHES });
  const purge = useApiMutation(UnitPurgeDocument, { payload: (result) => result.unitPurge, touches: TOUCHES });
  const required = { required: true, whitespace: true, message: t('common:form.required') };

  function send({ reason = '', confirmSlug = '' }: Values): Promise<unknown> {
    const unitId = unit.id;
    switch (action) {
      case 'suspend':
        return suspend.mutateAsync({ input: { unitId, reason } });
      case 'close':
        return close.mutateAsync({ input: { unitId, reason } });
      case 'purge':
        return purge.mutateAsync({ input: { unitId, confirmSlug } });
      default:
        return resume.mutateAsync({ input: { unitId } });
    }
  }

  return (
    <FormDialog<Values, unknown>
      open={action !== null}
      title={action ? `${t(`unit.action.${action}`)}: ${unit.name}` : ''}
      intro={action && t(`unit.will.${action}`)}
      form={form}
      danger={action === 'close' || action === 'purge'}
      submitLabel={action ? t(`unit.action.${action}`) : ''}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {(action === 'suspend' || action === 'close') && (
        <Form.Item name="reason" label={t('unit.reason')} extra={t('unit.reasonHint')} rules={[required]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {action === 'purge' && (
        <Form.Item name="confirmSlug" label={t('unit.confirmSlug', { slug: unit.slug })} rules={[required]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
    </FormDialog>
  );
}
