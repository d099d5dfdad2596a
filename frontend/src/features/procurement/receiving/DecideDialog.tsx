import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReceiptDecideDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormDialog } from '@/shared/form/FormDialog';
import { DECIMAL } from '../LineEditor';
import type { Receipt } from './ReceiptPage';
import { leftOf } from './stand';
import { REJECT_REASONS } from './statuses';
import styles from './receiving.module.css';

interface Decision {
  accepted?: string;
  rejected?: string;
  reasonCode?: string;
}

interface Values {
  lines: Record<string, Decision>;
  reason: string;
}

const some = (quantity: string | undefined) => (Number(quantity ?? 0) > 0 ? quantity : undefined);

/** Accepts or rejects what is in quarantine; what is left open stays there. */
export function DecideDialog({ open, receipt, onClose }: { open: boolean; receipt: Receipt; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const decide = useApiMutation(ReceiptDecideDocument, { payload: (r) => r.receiptDecide, touches: ['receipt', 'order', 'invoice'] });
  const parts = receipt.lines.map((line) => ({ line, left: leftOf(receipt, line, 'quarantined') })).filter(({ left }) => left !== '0');
  const initial: Values = { reason: '', lines: Object.fromEntries(parts.map(({ line, left }) => [line.id, { accepted: left, reasonCode: line.reasonCode || undefined }])) };
  const send = ({ lines, reason }: Values) =>
    decide.mutateAsync({
      input: {
        receiptId: receipt.id,
        version: receipt.version,
        reason,
        lines: Object.entries(lines)
          .map(([receiptLineId, given]) => ({ receiptLineId, acceptedQuantity: some(given.accepted), rejectedQuantity: some(given.rejected), reasonCode: some(given.rejected) && given.reasonCode }))
          .filter(({ acceptedQuantity, rejectedQuantity }) => acceptedQuantity ?? rejectedQuantity),
      },
    });
  const quantity = [{ pattern: DECIMAL, message: t('line.quantityNeeded') }];
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('incoming.decide.title', { number: receipt.number })}
      intro={t('incoming.decide.intro')}
      form={form}
      initial={initial}
      submitLabel={t('incoming.decide.submit')}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {parts.map(({ line, left }) => (
        <fieldset key={line.id} className={styles.decided}>
          <legend>{t('incoming.decide.line', { description: line.orderLine?.description ?? '', quantity: left, unit: line.unit })}</legend>
          <Columns>
            <Form.Item name={['lines', line.id, 'accepted']} label={t('incoming.accepted')} rules={quantity}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'rejected']} label={t('incoming.rejected')} rules={quantity}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'reasonCode']} label={t('incoming.decide.rejectedFor')}>
              <Select allowClear options={REJECT_REASONS.map((value) => ({ value, label: t(`incoming.rejectReason.${value}`) }))} />
            </Form.Item>
          </Columns>
        </fieldset>
      ))}
      <Form.Item name="reason" label={t('incoming.decide.why')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
