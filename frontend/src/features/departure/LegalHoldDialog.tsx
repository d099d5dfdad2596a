import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { HoldMembersDocument, LegalHoldImposeDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SearchPicker, type PickerOption } from '@/shared/pickers/SearchPicker';
import { useUnitNames } from '@/shared/pickers/useUnitNames';

interface Values {
  reason: string;
  reference?: string;
  unitId?: string;
  personId?: string;
}

/** Members whose name or address begins with the words, each person once. */
function useMembers(words: string): { options: readonly PickerOption[]; busy: boolean } {
  const { data, isFetching } = useApiQuery(HoldMembersDocument, { search: words || undefined }, { subject: 'member' });
  const people = new Map(data?.members?.edges.map(({ node }) => [node.personId ?? '', { value: node.personId ?? '', label: node.displayName || (node.email ?? ''), detail: node.email }]));
  return { options: [...people.values()], busy: isFetching };
}

/** Holds everything, one unit, or one person's records. */
export function LegalHoldDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('departure');
  const [form] = Form.useForm<Values>();
  const units = useUnitNames();
  const impose = useApiMutation(LegalHoldImposeDocument, { payload: (r) => r.legalHoldImpose, touches: ['legalHold', 'audit'] });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('hold.add')}
      intro={t('hold.intro')}
      form={form}
      submitLabel={t('hold.add')}
      send={(values, idempotencyKey) => impose.mutateAsync({ input: { ...values, idempotencyKey } })}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('hold.reason')} rules={[{ required: true, whitespace: true, message: t('request.needed') }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="reference" label={t('hold.reference')} extra={t('hold.referenceHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unitId" label={t('hold.unit')} extra={t('hold.unitHint')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="personId" label={t('hold.person')} extra={t('hold.personHint')}>
        <SearchPicker useOptions={useMembers} />
      </Form.Item>
    </FormDialog>
  );
}
