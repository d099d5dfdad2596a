import { App, Checkbox, DatePicker, Form, Input, Radio, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { SanctionImposeDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useUnitNames } from '@/shared/pickers/useUnitNames';
import type { Supplier } from './SupplierPage';
import { ACTIONS, POLICIES, type OpenDocumentPolicy, type SanctionedAction } from './words';

interface Values {
  actions: SanctionedAction[];
  unitIds?: string[];
  untilAt?: dayjs.Dayjs | null;
  reason: string;
  openDocumentPolicy: OpenDocumentPolicy;
}

const INITIAL: Partial<Values> = { actions: [...ACTIONS], openDocumentPolicy: 'hold_open' };

/** Puts a supplier on the blacklist; it binds every unit in scope from the moment head office confirms. */
export function SanctionDialog({ open, supplier, onClose }: { open: boolean; supplier: Pick<Supplier, 'id' | 'legalName'>; onClose: () => void }) {
  const { t } = useTranslation('masterdata');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const units = useUnitNames(open);
  const impose = useApiMutation(SanctionImposeDocument, { payload: (r) => r.sanctionImpose, touches: ['supplier', 'sanction'] });
  const send = (values: Values, idempotencyKey: string) =>
    impose.mutateAsync({
      input: {
        supplierOrgId: supplier.id,
        actions: values.actions,
        reason: values.reason,
        unitIds: values.unitIds?.length ? values.unitIds : undefined,
        untilAt: values.untilAt?.toISOString(),
        openDocumentPolicy: values.openDocumentPolicy,
        idempotencyKey,
      },
    });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('sanction.imposeTitle', { name: supplier.legalName })}
      intro={t('sanction.imposeIntro')}
      form={form}
      initial={INITIAL}
      danger
      submitLabel={t('action.blacklist')}
      send={send}
      onDone={() => {
        void message.success(t('sanction.imposed'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={2000} showCount autoFocus />
      </Form.Item>
      <Form.Item name="actions" label={t('sanction.actions')} rules={[{ required: true, message: t('sanction.actionsNeeded') }]}>
        <Checkbox.Group options={ACTIONS.map((value) => ({ value, label: t(`sanctionedAction.${value}`) }))} />
      </Form.Item>
      <Form.Item name="unitIds" label={t('sanction.units')} extra={t('sanction.unitsHint')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} placeholder={t('sanction.allUnits')} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="untilAt" label={t('sanction.until')} extra={t('sanction.untilHint')}>
        <DatePicker showTime style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="openDocumentPolicy" label={t('sanction.policy')}>
        <Radio.Group vertical options={POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
