import { DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Columns } from '@/shared/form/Columns';
import { DECIMAL } from '../LineEditor';

/** Words for the codes of UNCL 1001. */
export const KINDS: Readonly<Record<string, 'order' | 'blanket' | 'callOff' | 'consignment'>> = { 220: 'order', 221: 'blanket', 226: 'callOff', 227: 'consignment' };

/** The kinds of order that people choose; a call-off comes from its blanket order. */
const CHOICES = ['220', '221', '227'] as const;

export interface KindValues {
  orderTypeCode?: string;
  ceilingAmount?: string;
  validity?: [dayjs.Dayjs | null, dayjs.Dayjs | null] | null;
}

interface OrderKindProps {
  /** A draft keeps its kind. */
  fixed: boolean;
  /** The blanket order that a call-off draws on. */
  blanket?: { number: string } | null;
}

/** What kind of order it is, with the frame of a blanket order. */
export function OrderKind({ fixed, blanket }: OrderKindProps) {
  const { t } = useTranslation('procurement');
  const kind = Form.useWatch('orderTypeCode') as string | undefined;
  return (
    <>
      <Form.Item name="orderTypeCode" required label={t('ordering.kind')} hidden={kind === '226'}>
        <Select disabled={fixed} options={CHOICES.map((value) => ({ value, label: t(`ordering.kinds.${KINDS[value] ?? 'order'}`) }))} />
      </Form.Item>
      {kind === '226' && blanket && <p className="soft">{t('ordering.callOffOf', { number: blanket.number })}</p>}
      {kind === '221' && (
        <Columns>
          <Form.Item name="ceilingAmount" label={t('ordering.ceiling')} extra={t('ordering.ceilingHint')} rules={[{ required: true, pattern: DECIMAL, message: t('ordering.ceilingNeeded') }]}>
            <Input inputMode="decimal" className="num" />
          </Form.Item>
          <Form.Item name="validity" label={t('ordering.validity')}>
            <DatePicker.RangePicker allowEmpty={[true, true]} style={{ width: '100%' }} />
          </Form.Item>
        </Columns>
      )}
    </>
  );
}
