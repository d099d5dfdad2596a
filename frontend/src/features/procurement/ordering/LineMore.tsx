import { Button, DatePicker, Form, Input } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { addDecimals } from '../decimals';
import { DECIMAL, type LineValues } from '../LineEditor';
import styles from './ordering.module.css';

/** A part of a line's quantity, asked for by a day. */
export interface ScheduleValues {
  quantity?: string;
  day?: dayjs.Dayjs | null;
}

const sumOf = (parts: readonly ScheduleValues[]) => addDecimals(parts.map(({ quantity = '' }) => (DECIMAL.test(quantity) ? quantity : '0')));
const same = (left: string, right: string) => DECIMAL.test(left) && addDecimals([left]) === addDecimals([right]);

/** What only order lines have: a tax rate, and on demand several delivery days. */
export function LineMore({ place }: { place: number }) {
  const { t } = useTranslation('procurement');
  const form = Form.useFormInstance();
  const line = Form.useWatch(['lines', place]) as LineValues | undefined;
  const parts = line?.schedules ?? [];
  const split = () => form.setFieldValue(['lines', place, 'schedules'], [{ quantity: line?.quantity ?? '', day: line?.needByDate ?? null }, {}]);
  return (
    <div className={styles.more}>
      <Form.Item name={[place, 'taxRate']} label={t('ordering.taxRate')} className={styles.tax} rules={[{ pattern: /^\d{1,3}(\.\d{1,4})?$/, message: t('ordering.taxNeeded') }]}>
        <Input inputMode="decimal" className="num" suffix="%" />
      </Form.Item>
      <Form.List
        name={[place, 'schedules']}
        rules={[
          {
            validator: (_, given: ScheduleValues[] | undefined) =>
              !given?.length || same(form.getFieldValue(['lines', place, 'quantity']) as string, sumOf(given.filter(Boolean)))
                ? Promise.resolve()
                : Promise.reject(new Error(t('ordering.sumDiffers'))),
          },
        ]}
      >
        {(fields, { add, remove }, { errors }) =>
          fields.length === 0 ? (
            <Button type="link" className={styles.split} onClick={split}>
              {t('ordering.split')}
            </Button>
          ) : (
            <div className={styles.parts} role="group" aria-label={t('ordering.days', { no: place + 1 })}>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.part}>
                  <Form.Item name={[name, 'quantity']} label={t('ordering.partQuantity', { no: name + 1 })} rules={[{ required: true, pattern: DECIMAL, message: t('line.quantityNeeded') }]}>
                    <Input inputMode="decimal" className="num" />
                  </Form.Item>
                  <Form.Item name={[name, 'day']} label={t('ordering.partDay', { no: name + 1 })} rules={[{ required: true, message: t('ordering.dayNeeded') }]}>
                    <DatePicker style={{ width: '100%' }} />
                  </Form.Item>
                  <Button type="text" icon={<DeleteOutlined />} aria-label={t('ordering.removeDay', { no: name + 1 })} onClick={() => remove(name)} />
                </div>
              ))}
              <div className={styles.foot}>
                <Button size="small" onClick={() => add({})}>
                  {t('ordering.addDay')}
                </Button>
                <span className="soft" aria-live="polite">
                  {t('ordering.sum', { sum: sumOf(parts.filter(Boolean)), quantity: line?.quantity ?? '' })}
                </span>
              </div>
              <Form.ErrorList errors={errors} className={styles.wrong} />
            </div>
          )
        }
      </Form.List>
    </div>
  );
}
