import { DatePicker, Form, Input } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/shared/form/FormDialog';
import { useUoms } from '@/shared/pickers/useUoms';
import { useCan } from '@/shared/session/ViewerContext';
import { dayOf, plain, POSITIVE, PRICE, requestedDay, textOf, type Deal } from './deal';
import { useSteps } from './useSteps';
import styles from './collaboration.module.css';

interface Terms {
  quantity: string;
  unitPrice?: string;
  day: dayjs.Dayjs | null;
}

interface Values {
  lines: Record<string, Terms>;
  reason?: string;
}

const termsOf = (deal: Deal): Record<string, Terms> =>
  Object.fromEntries(
    deal.lines.map((line) => [line.id, { quantity: plain(line.quantity), unitPrice: line.unitPrice ? plain(line.unitPrice) : undefined, day: dayOf(requestedDay(line)) }]),
  );

/** Proposes other quantities, prices or dates; only what differs is sent. */
export function ChangeDialog({ open, deal, onClose }: { open: boolean; deal: Deal; onClose: () => void }) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const can = useCan();
  const [form] = Form.useForm<Values>();
  const steps = useSteps();
  const now = termsOf(deal);

  const send = ({ lines, reason }: Values, idempotencyKey: string) =>
    steps.propose.mutateAsync({
      input: {
        orderId: deal.id,
        version: deal.version,
        idempotencyKey,
        reason,
        lines: Object.entries(lines).flatMap(([lineId, terms]) => {
          const before = now[lineId];
          const quantity = terms.quantity !== before?.quantity ? terms.quantity : undefined;
          const unitPrice = terms.unitPrice !== before?.unitPrice ? terms.unitPrice : undefined;
          const requestedDate = textOf(terms.day) !== textOf(before?.day) ? textOf(terms.day) : undefined;
          return quantity || unitPrice || requestedDate ? [{ lineId, quantity, unitPrice, requestedDate }] : [];
        }),
      },
    });

  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('deal.proposeTitle', { number: deal.number })}
      intro={t('deal.proposeIntro')}
      form={form}
      initial={{ lines: now }}
      submitLabel={t('deal.proposeSend')}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {deal.lines.map((line) => (
        <fieldset key={line.id} className={styles.lineBox}>
          <legend>
            {line.lineNo} · {line.description}
          </legend>
          <div className={styles.fields}>
            <Form.Item name={['lines', line.id, 'quantity']} label={t('common:form.withUnit', { what: t('deal.quantity'), unit: uom(line.unit) })} rules={[{ required: true, pattern: POSITIVE, message: t('deal.needDecimal') }]}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            {can('procurement.price.read') && (
              <Form.Item name={['lines', line.id, 'unitPrice']} label={t('common:form.withUnit', { what: t('deal.unitPrice'), unit: deal.currency })} rules={[{ required: true, pattern: PRICE, message: t('deal.needDecimal') }]}>
                <Input inputMode="decimal" className="num" />
              </Form.Item>
            )}
            <Form.Item name={['lines', line.id, 'day']} label={t('deal.date')}>
              <DatePicker style={{ width: '100%' }} inputReadOnly allowClear={false} />
            </Form.Item>
          </div>
        </fieldset>
      ))}
      <Form.Item name="reason" label={t('deal.reasonOptional')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
