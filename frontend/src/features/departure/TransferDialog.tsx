import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TransferApproveDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { countryOptions } from '@/shared/ui/places';

interface Values {
  recipient: string;
  host: string;
  country: string;
  purpose: string;
  legalBasis: string;
  basisNote: string;
  assessment: string;
  assessedDate: Dayjs;
  fields: string[];
  fromDate: Dayjs;
  untilDate: Dayjs;
}

const BASES = ['consent', 'contract', 'employment', 'legal_duty', 'legitimate_interest'] as const;
const FIELDS = ['name', 'email'] as const;
const DAY = 'YYYY-MM-DD';

/** Everything the law asks for before the first name leaves. */
export function TransferDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation('departure');
  const [form] = Form.useForm<Values>();
  const approve = useApiMutation(TransferApproveDocument, { payload: (r) => r.transferApprove, touches: ['transfer', 'audit'] });
  const countries = useMemo(() => [...countryOptions(i18n.language)], [i18n.language]);
  const send = ({ assessedDate, fromDate, untilDate, ...rest }: Values, idempotencyKey: string) =>
    approve.mutateAsync({ input: { ...rest, assessedDate: assessedDate.format(DAY), fromDate: fromDate.format(DAY), untilDate: untilDate.format(DAY), idempotencyKey } });
  const needed = [{ required: true, message: t('request.needed') }];
  const words = [{ ...needed[0], whitespace: true }];
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('transfer.add')}
      intro={t('transfer.intro')}
      form={form}
      initial={{ fromDate: dayjs(), untilDate: dayjs().add(1, 'year') }}
      submitLabel={t('transfer.add')}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="recipient" label={t('transfer.recipient')} rules={words}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="host" label={t('transfer.host')} extra={t('transfer.hostHint')} rules={words}>
        <Input maxLength={253} />
      </Form.Item>
      <Form.Item name="country" label={t('transfer.country')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={countries} />
      </Form.Item>
      <Form.Item name="fields" label={t('transfer.fields')} rules={needed}>
        <Select mode="multiple" options={FIELDS.map((value) => ({ value, label: t(`transfer.field.${value}`) }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('transfer.purpose')} rules={words}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="legalBasis" label={t('transfer.legalBasis')} rules={needed}>
        <Select options={BASES.map((value) => ({ value, label: t(`transfer.basis.${value}`) }))} />
      </Form.Item>
      <Form.Item name="basisNote" label={t('transfer.basisNote')} extra={t('transfer.basisNoteHint')} rules={words}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="assessment" label={t('transfer.assessment')} rules={words}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {(['assessedDate', 'fromDate', 'untilDate'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`transfer.${name}`)} rules={needed}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
