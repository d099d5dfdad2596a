import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUoms } from '@/shared/pickers/useUoms';
import { lessDecimals } from '../decimals';
import { DECIMAL } from '../LineEditor';
import type { LineToReceive } from './ReceivePage';
import { REJECT_REASONS } from './statuses';
import styles from './receiving.module.css';

export interface LineValues {
  received: string;
  rejected?: string;
  quarantined?: string;
  reasonCode?: string;
  reason?: string;
  lot?: string;
}

/** One order line as a card that a thumb can work: how much came, and on demand what of it is rejected. */
interface ReceiveLineProps {
  line: LineToReceive;
  open: string;
  /** Under which key its values stand; the order line's own when left out. */
  at?: string;
  /** Whether a part of it is rejected already. */
  rejecting?: boolean;
}

export function ReceiveLine({ line, open, at = line.id, rejecting = false }: ReceiveLineProps) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const [rejects, setRejects] = useState(rejecting);
  const came = (Form.useWatch(['lines', at, 'received']) as string | undefined) ?? '0';
  const more = DECIMAL.test(came) ? lessDecimals(came, [open]) : '0';
  const name = (field: keyof LineValues) => ['lines', at, field];
  return (
    <fieldset className={styles.line}>
      <legend>
        {line.lineNo} · {line.description}
      </legend>
      <div className={styles.fields}>
        <Form.Item name={name('received')} label={t('common:form.withUnit', { what: t('incoming.came'), unit: uom(line.unit) })} extra={more === '0' ? t('incoming.open', { quantity: open }) : t('incoming.more', { quantity: open, more })} rules={[{ required: true, pattern: DECIMAL, message: t('line.quantityNeeded') }]}>
          <Input inputMode="decimal" className="num" size="large" />
        </Form.Item>
        <Form.Item name={name('lot')} label={t('incoming.lot')}>
          <Input size="large" maxLength={100} />
        </Form.Item>
      </div>
      {rejects ? (
        <>
          <div className={styles.fields}>
            <Form.Item name={name('rejected')} label={t('common:form.withUnit', { what: t('incoming.rejected'), unit: uom(line.unit) })}>
              <Input inputMode="decimal" className="num" size="large" />
            </Form.Item>
            <Form.Item name={name('quarantined')} label={t('common:form.withUnit', { what: t('incoming.quarantined'), unit: uom(line.unit) })}>
              <Input inputMode="decimal" className="num" size="large" />
            </Form.Item>
          </div>
          <div className={styles.fields}>
            <Form.Item name={name('reasonCode')} label={t('incoming.reason')} rules={[{ required: true }]}>
              <Select size="large" options={REJECT_REASONS.map((value) => ({ value, label: t(`incoming.rejectReason.${value}`) }))} />
            </Form.Item>
            <Form.Item name={name('reason')} label={t('incoming.reasonWords')}>
              <Input size="large" maxLength={2000} />
            </Form.Item>
          </div>
        </>
      ) : (
        <Button danger type="text" className={styles.reject} onClick={() => setRejects(true)}>
          {t('incoming.rejectPart')}
        </Button>
      )}
    </fieldset>
  );
}
