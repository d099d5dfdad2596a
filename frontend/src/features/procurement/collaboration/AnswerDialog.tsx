import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/shared/form/FormDialog';
import { AnswerFields, type LineValues } from './AnswerFields';
import { dayOf, openQuantity, plain, requestedDay, textOf, type Change, type Deal } from './deal';
import { useSteps } from './useSteps';
import styles from './collaboration.module.css';

interface Values {
  lines: Record<string, LineValues>;
  note?: string;
}

interface AnswerDialogProps {
  open: boolean;
  deal: Deal;
  /** The buyer's change that is answered, if one is open. */
  change: Change | undefined;
  onClose: () => void;
}

function initialOf(deal: Deal, change: Change | undefined): Record<string, LineValues> {
  const asked = new Map(change?.lines.map((row) => [row.lineId, row]));
  const fresh = deal.confirmation === 'none' || deal.confirmation === 'acknowledged';
  return Object.fromEntries(
    deal.lines.map((line) => {
      const row = asked.get(line.id);
      const day = dayOf(row?.newRequestedDate ?? requestedDay(line));
      return [line.id, { answer: row || (fresh && !change) ? 'accept' : 'keep', parts: [{ quantity: openQuantity(line), day }], unitPrice: row?.newUnitPrice ? plain(row.newUnitPrice) : line.unitPrice ? plain(line.unitPrice) : undefined }];
    }),
  );
}

/** Answers an order, or a change of it, line by line; made for a phone as well. */
export function AnswerDialog({ open, deal, change, onClose }: AnswerDialogProps) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const steps = useSteps();
  const initial = initialOf(deal, change);

  const send = ({ lines, note }: Values, idempotencyKey: string) =>
    steps.answer.mutateAsync({
      input: {
        orderId: deal.id,
        version: deal.version,
        changeId: change?.id,
        idempotencyKey,
        note,
        lines: Object.entries(lines)
          .filter(([, line]) => line.answer !== 'keep')
          .map(([lineId, line]) => lineInput(lineId, line, initial[lineId])),
      },
    });

  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('deal.answerTitle', { number: change?.number ?? deal.number })}
      intro={t('deal.answerIntro')}
      form={form}
      initial={{ lines: initial }}
      submitLabel={t('deal.answerSend')}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {deal.lines.map((line) => (
        <fieldset key={line.id} className={styles.lineBox}>
          <legend>
            {line.lineNo} · {line.description}
          </legend>
          <AnswerFields line={line} currency={deal.currency} inChange={change?.lines.some((row) => row.lineId === line.id) ?? false} />
        </fieldset>
      ))}
      <Form.Item name="note" label={t('deal.note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}

function lineInput(lineId: string, line: LineValues, before: LineValues | undefined) {
  const { answer } = line;
  if (answer === 'accept' || answer === 'keep') return { lineId, answer: 'accept' };
  if (answer === 'reject') return { lineId, answer, reason: line.reason };
  const unitPrice = answer === 'change' && line.unitPrice !== before?.unitPrice ? line.unitPrice : undefined;
  const schedules = (line.parts ?? []).map((part) => ({ quantity: part.quantity, promisedDate: textOf(part.day), isBackOrder: answer === 'back_order' && Boolean(part.isBackOrder) }));
  return { lineId, answer, schedules, unitPrice, reason: line.reason };
}
