import { Button, Form, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { MrpDeliveryMapDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { Section } from '@/shared/ui/Page';
import styles from '../importing/importing.module.css';
import type { Delivery } from './DeliveryPage';

const FIELDS = ['key', 'item_code', 'description', 'quantity', 'unit', 'need_by_date', 'unit_price', 'currency', 'supplier', 'category', 'cost_centre', 'cancelled'] as const;
type Field = (typeof FIELDS)[number];
const NEEDED = new Set<Field>(['key', 'quantity']);
const DATES = ['%Y-%m-%d', '%d.%m.%Y', '%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d-%b-%y'] as const;
const example = (format: string) => format.replace('%Y', '2026').replace('%y', '26').replace('%m', '03').replace('%d', '31').replace('%b', 'Mar');

type Values = Partial<Record<Field, number>> & { dateFormat: string; decimalMark: string };

/** Which column of the table is which field; what was recognised is chosen already. */
export function DeliveryMapping({ job }: { job: Delivery }) {
  const { t } = useTranslation(['procurement', 'common']);
  const { run, busy } = useAction();
  const map = useApiMutation(MrpDeliveryMapDocument, { payload: (r) => r.mrpDeliveryMap, touches: ['mrpDelivery'] });
  const initial: Values = { ...(job.mapping as Partial<Record<Field, number>>), dateFormat: job.dateFormat, decimalMark: job.decimalMark };
  const columns = job.columns.map((label, value) => ({ value, label: label || t('import.column', { no: value + 1 }) }));

  const check = ({ dateFormat, decimalMark, ...places }: Values) =>
    map.mutateAsync({
      input: {
        deliveryId: job.id,
        version: job.version,
        dateFormat,
        decimalMark,
        mapping: FIELDS.flatMap((field) => (places[field] === undefined ? [] : [{ field, column: places[field] }])),
      },
    });

  return (
    <>
      <Section title={t('import.step.columns')} intro={t('demand.columnsHint')}>
        <Form<Values> layout="vertical" initialValues={initial} onFinish={(values) => void run(() => check(values))}>
          <div className={styles.mapping}>
            {FIELDS.map((name) => (
              <Form.Item key={name} name={name} label={t(`demand.field.${name}`)} rules={NEEDED.has(name) ? [{ required: true, message: t('common:form.required') }] : []}>
                <Select allowClear placeholder={t('import.noColumn')} options={columns} />
              </Form.Item>
            ))}
            <Form.Item name="dateFormat" label={t('import.dateFormat')}>
              <Select options={DATES.map((value) => ({ value, label: example(value) }))} />
            </Form.Item>
            <Form.Item name="decimalMark" label={t('import.decimalMark')}>
              <Select options={['.', ','].map((value) => ({ value, label: `1${value}5` }))} />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('import.check')}
          </Button>
        </Form>
      </Section>
      <Section title={t('import.preview')}>
        <Table
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={(job.preview as string[][]).map((cells, key) => ({ key, cells }))}
          columns={job.columns.map((title, key) => ({ key, title, render: (_: unknown, row: { cells: string[] }) => row.cells[key] }))}
        />
      </Section>
    </>
  );
}
