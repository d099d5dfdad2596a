import { Button, DatePicker, Form, Input, Select, Upload, type UploadFile } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderToInvoiceQuery } from '@/gql/unit/graphql';
import { useCan } from '@/shared/session/ViewerContext';
import { Money } from '@/shared/ui/Values';
import styles from '../receiving/receiving.module.css';

type Return = NonNullable<NonNullable<OrderToInvoiceQuery['purchaseOrder']>['returns']>[number];

/** What an invoice says beside its lines. */
export interface MoreValues {
  kind: '380' | '381';
  creditedNumber?: string;
  returnId?: string;
  picture?: UploadFile[];
  chargeAmount?: string;
  allowanceAmount?: string;
  roundingAmount?: string;
  statedDueDate?: Dayjs | null;
  bookingDate?: Dayjs | null;
  paymentRef?: string;
  note?: string;
}

const AMOUNTS = ['chargeAmount', 'allowanceAmount', 'roundingAmount'] as const;
const day = (value?: Dayjs | null) => value?.format('YYYY-MM-DD');

/** The values as the mutation takes them; what is empty is left out. */
export const moreInput = ({ kind, creditedNumber, returnId, chargeAmount, allowanceAmount, roundingAmount, statedDueDate, bookingDate, paymentRef, note }: MoreValues) => ({
  kind,
  chargeAmount: chargeAmount || undefined,
  allowanceAmount: allowanceAmount || undefined,
  roundingAmount: roundingAmount || undefined,
  statedDueDate: day(statedDueDate),
  bookingDate: day(bookingDate),
  paymentRef,
  note,
  ...(kind === '381' && { creditedNumber, returnId }),
});

/** Whether it is an invoice or a credit note, and what a credit note answers to. */
export function InvoiceKind({ returns, onChange }: { returns: readonly Return[]; onChange: (kind: MoreValues['kind']) => void }) {
  const { t } = useTranslation('procurement');
  const kind = Form.useWatch('kind') as MoreValues['kind'] | undefined;
  const open = returns.filter(({ status }) => status === 'expected');
  return (
    <div className={styles.fields}>
      <Form.Item name="kind" required label={t('billing.kind')}>
        <Select onChange={onChange} options={[{ value: '380', label: t('billing.one') }, { value: '381', label: t('billing.creditNote') }]} />
      </Form.Item>
      {kind === '381' && (
        <Form.Item name="creditedNumber" label={t('billing.creditedNumber')}>
          <Input maxLength={100} className="num" />
        </Form.Item>
      )}
      {kind === '381' && open.length > 0 && (
        <Form.Item name="returnId" label={t('billing.creditedReturn')}>
          <Select allowClear options={open.map((row) => ({ value: row.id, label: <>{row.number} · <Money value={row.credit} /></> }))} />
        </Form.Item>
      )}
    </div>
  );
}

/** What fewer invoices have: charges, rounding, days, a reference, a note; opened on demand. The picture is asked for always. */
export function InvoiceMore({ currency }: { currency: string }) {
  const { t } = useTranslation(['procurement', 'common']);
  const can = useCan();
  const [open, setOpen] = useState(false);
  return (
    <>
      {can('procurement.invoice.import') && (
        <Form.Item name="picture" label={t('billing.picture')} valuePropName="fileList" getValueFromEvent={(event: { fileList: UploadFile[] }) => event.fileList}>
          <Upload accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff" maxCount={1} beforeUpload={() => false}>
            <Button>{t('billing.choosePicture')}</Button>
          </Upload>
        </Form.Item>
      )}
      {!open && (
        <Button type="link" className={styles.other} onClick={() => setOpen(true)}>
          {t('billing.more')}
        </Button>
      )}
      <div hidden={!open}>
        <div className={styles.fields}>
          {AMOUNTS.map((name) => (
            <Form.Item key={name} name={name} label={t('common:form.withUnit', { what: t(`billing.${name}`), unit: currency })} rules={[{ pattern: /^-?\d{1,15}(\.\d{1,4})?$/, message: t('billing.amountNeeded') }]}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
          ))}
        </div>
        <div className={styles.fields}>
          <Form.Item name="statedDueDate" label={t('billing.statedDueDate')}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          {can('procurement.setting.read') && (
            <Form.Item name="bookingDate" label={t('billing.bookingDate')} tooltip={t('billing.bookingHint')}>
              <DatePicker style={{ width: '100%' }} />
            </Form.Item>
          )}
          <Form.Item name="paymentRef" label={t('billing.paymentRef')}>
            <Input maxLength={140} className="num" />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('billing.note')}>
          <Input.TextArea rows={2} maxLength={5_000} />
        </Form.Item>
      </div>
    </>
  );
}
