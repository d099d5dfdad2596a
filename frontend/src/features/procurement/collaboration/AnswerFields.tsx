import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/ViewerContext';
import { openQuantity, POSITIVE, PRICE, type DealLine } from './deal';
import styles from './collaboration.module.css';

interface Part {
  quantity: string;
  day: dayjs.Dayjs | null;
  isBackOrder?: boolean;
}

/** One line as a person answers it. */
export interface LineValues {
  answer: 'keep' | 'accept' | 'change' | 'split' | 'back_order' | 'reject';
  parts?: Part[];
  unitPrice?: string;
  reason?: string;
}

const ANSWERS = ['accept', 'change', 'split', 'back_order', 'reject'] as const;

interface AnswerFieldsProps {
  line: DealLine;
  currency: string;
  /** A line of the change that is answered cannot be left out. */
  inChange: boolean;
}

/** The answer on one line: a choice, and only the fields that it needs. */
export function AnswerFields({ line, currency, inChange }: AnswerFieldsProps) {
  const { t } = useTranslation(['procurement', 'common']);
  const can = useCan();
  const form = Form.useFormInstance();
  const at = ['lines', line.id];
  const answer = (Form.useWatch([...at, 'answer'], form) as LineValues['answer'] | undefined) ?? 'accept';
  const words = inChange ? ANSWERS : (['keep', ...ANSWERS] as const);
  return (
    <>
      <Form.Item name={[...at, 'answer']} extra={t('deal.open', { quantity: openQuantity(line), unit: line.unit })}>
        <Select aria-label={t('deal.line')} options={words.map((value) => ({ value, label: t(`deal.answer.${value}`) }))} />
      </Form.Item>
      {answer === 'reject' && (
        <Form.Item name={[...at, 'reason']} label={t('deal.reason')} rules={[{ required: true, whitespace: true, message: t('deal.needReason') }]}>
          <Input maxLength={500} />
        </Form.Item>
      )}
      {(answer === 'change' || answer === 'split' || answer === 'back_order') && <Parts lineId={line.id} answer={answer} />}
      {answer === 'change' && can('procurement.price.read') && (
        <Form.Item name={[...at, 'unitPrice']} label={t('common:form.withUnit', { what: t('deal.unitPrice'), unit: currency })} rules={[{ pattern: PRICE, message: t('deal.needDecimal') }]}>
          <Input inputMode="decimal" className="num" />
        </Form.Item>
      )}
    </>
  );
}

function Parts({ lineId, answer }: { lineId: string; answer: LineValues['answer'] }) {
  const { t } = useTranslation('procurement');
  return (
    <Form.List name={['lines', lineId, 'parts']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.part}>
              <Form.Item name={[name, 'quantity']} rules={[{ required: true, pattern: POSITIVE, message: t('deal.needDecimal') }]}>
                <Input inputMode="decimal" className="num" aria-label={t('deal.quantity')} />
              </Form.Item>
              <PartDay lineId={lineId} name={name} answer={answer} />
              {answer === 'back_order' && (
                <Form.Item name={[name, 'isBackOrder']} valuePropName="checked">
                  <Checkbox>{t('deal.backOrder')}</Checkbox>
                </Form.Item>
              )}
              <Button type="text" icon={<DeleteOutlined />} disabled={fields.length === 1} aria-label={t('deal.removePart', { no: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <Button size="small" onClick={() => add({ quantity: '', day: null })} style={{ marginBottom: 12 }}>
            {t('deal.addPart')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** The day of a part; what is out of stock may have none yet. */
function PartDay({ lineId, name, answer }: { lineId: string; name: number; answer: LineValues['answer'] }) {
  const { t } = useTranslation('procurement');
  const form = Form.useFormInstance();
  const out = Boolean(Form.useWatch(['lines', lineId, 'parts', name, 'isBackOrder'], form)) && answer === 'back_order';
  return (
    <Form.Item name={[name, 'day']} rules={[{ required: !out, message: t('deal.needDate') }]}>
      <DatePicker style={{ width: '100%' }} inputReadOnly aria-label={t('deal.date')} />
    </Form.Item>
  );
}
