import { Button, DatePicker, Form, Input } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemPicker } from '@/shared/pickers/ItemPicker';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { UomPicker } from '@/shared/pickers/UomPicker';
import { Money } from '@/shared/ui/Values';
import { addDecimals, decimalsOf, multiplyDecimals, roundDecimal } from './decimals';
import type { ScheduleValues } from './ordering/LineMore';
import styles from './procurement.module.css';

/** One line as a person types it. */
export interface LineValues {
  lineId?: string;
  itemId?: string;
  description?: string;
  quantity: string;
  unit?: string;
  unitPrice: string;
  needByDate?: dayjs.Dayjs | null;
  supplierOrgId?: string;
  /** Of order lines alone. */
  taxRate?: string;
  schedules?: ScheduleValues[];
}

export const EMPTY_LINE: LineValues = { quantity: '1', unitPrice: '0', unit: 'C62' };

interface LineEditorProps {
  currency: string;
  /** A requisition suggests a supplier for each line; an order has one for all. */
  suppliers: boolean;
  /** What else a line has. */
  more?: (place: number) => ReactNode;
}

/** The lines of a requisition or an order, with a total that follows the typing. */
export function LineEditor({ currency, suppliers, more }: LineEditorProps) {
  const { t } = useTranslation('procurement');
  const form = Form.useFormInstance();
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line} role="group" aria-label={t('line.nth', { no: name + 1 })}>
              <Form.Item name={[name, 'itemId']} label={t('line.item')}>
                <ItemPicker
                  onPicked={(item) => {
                    form.setFieldValue(['lines', name, 'description'], item.name);
                    form.setFieldValue(['lines', name, 'unit'], item.unit);
                  }}
                />
              </Form.Item>
              <Form.Item name={[name, 'description']} label={t('line.description')} rules={[{ required: true, whitespace: true, message: t('line.descriptionNeeded') }]}>
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']} label={t('line.quantity')} rules={[{ required: true, pattern: DECIMAL, message: t('line.quantityNeeded') }]}>
                <Input inputMode="decimal" className="num" />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={t('line.unit')} rules={[{ required: true, message: t('line.unitNeeded') }]}>
                <UomPicker />
              </Form.Item>
              <Form.Item name={[name, 'unitPrice']} label={t('line.unitPrice')} rules={[{ required: true, pattern: DECIMAL, message: t('line.priceNeeded') }]}>
                <Input inputMode="decimal" className="num" />
              </Form.Item>
              <Form.Item name={[name, 'needByDate']} label={t('field.needBy')}>
                <DatePicker style={{ width: '100%' }} />
              </Form.Item>
              <Button className={styles.lineRemove} type="text" icon={<DeleteOutlined />} disabled={fields.length === 1} aria-label={t('line.remove', { no: name + 1 })} onClick={() => remove(name)} />
              {more?.(name)}
              {suppliers && (
                <Form.Item name={[name, 'supplierOrgId']} label={t('line.supplier')} className={styles.lineSupplier}>
                  <SupplierPicker />
                </Form.Item>
              )}
            </div>
          ))}
          <div className={styles.lineFoot}>
            <Button onClick={() => add(EMPTY_LINE)}>{t('line.add')}</Button>
            <Total currency={currency} />
          </div>
        </>
      )}
    </Form.List>
  );
}

export const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;

function Total({ currency }: { currency: string }) {
  const { t } = useTranslation('procurement');
  const lines = Form.useWatch('lines') as LineValues[] | undefined;
  const amounts = (lines ?? []).map((line) =>
    line && DECIMAL.test(line.quantity) && DECIMAL.test(line.unitPrice) ? roundDecimal(multiplyDecimals(line.quantity, line.unitPrice), decimalsOf(currency)) : '0',
  );
  return (
    <span aria-live="polite">
      {t('line.totalSoFar')} <strong><Money value={{ amount: addDecimals(amounts), currency }} /></strong>
    </span>
  );
}

/** What the server takes for one line. */
export const lineInput = (line: LineValues) => ({
  itemId: line.itemId || undefined,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
});

export const dayText = (day: dayjs.Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD');
export const dayValue = (text: string | null | undefined): dayjs.Dayjs | undefined => (text ? dayjs(text) : undefined);
