import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './FormDialog';

interface Values {
  reason: string;
}

interface ReasonDialogProps {
  open: boolean;
  title: string;
  submitLabel: string;
  danger?: boolean;
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks why before something is stopped; the reason goes into the audit trail. */
export function ReasonDialog({ danger = true, send, ...dialog }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  return (
    <FormDialog<Values, unknown> {...dialog} danger={danger} form={form} send={({ reason }) => send(reason)}>
      <Form.Item name="reason" label={t('form.reason')} rules={[{ required: true, whitespace: true, message: t('form.reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} showCount autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
