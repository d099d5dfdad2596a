import { Button, Form, Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderImportMapDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { Section } from '@/shared/ui/Page';
import { currencyOptions } from '@/shared/ui/places';
import type { OrderImport } from './OrderImportPage';
import styles from './importing.module.css';

/** Fields of the form and what the server calls them; a dot in a form's name would make a nested value. */
const FIELDS = {
  number: 'order.number',
  supplier: 'order.supplier',
  supplierTaxId: 'order.supplier_tax_id',
  currency: 'order.currency',
  orderDate: 'order.order_date',
  note: 'order.note',
  lineNumber: 'line.number',
  itemCode: 'line.item_code',
  itemName: 'line.item_name',
  quantity: 'line.quantity',
  unit: 'line.unit',
  unitPrice: 'line.unit_price',
  taxRate: 'line.tax_rate',
  requestedDate: 'line.requested_date',
  promisedDate: 'line.promised_date',
  deliveredDate: 'line.delivered_date',
} as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];
const NEEDED = new Set<Field>(['number', 'supplier', 'itemName', 'quantity', 'unitPrice']);
const DATES = ['%Y-%m-%d', '%d.%m.%Y', '%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d-%b-%y'] as const;
const example = (format: string) => format.replace('%Y', '2026').replace('%y', '26').replace('%m', '03').replace('%d', '31').replace('%b', 'Mar');

type Values = Partial<Record<Field, number>> & { fixedCurrency?: string; fixedUnit?: string; dateFormat: string; decimalMark: string };

/** Which column is which field; what was recognised is chosen already. */
export function OrderImportMapping({ job }: { job: OrderImport }) {
  const { t, i18n } = useTranslation(['procurement', 'common']);
  const [form] = Form.useForm<Values>();
  const { run, busy } = useAction();
  const map = useApiMutation(OrderImportMapDocument, { payload: (r) => r.orderImportMap, touches: ['orderImport'] });
  const known = job.mapping as Record<string, number>;
  const initial: Values = {
    ...Object.fromEntries(NAMES.flatMap((name) => (known[FIELDS[name]] === undefined ? [] : [[name, known[FIELDS[name]]]]))),
    dateFormat: job.dateFormat,
    decimalMark: job.decimalMark,
  };
  const columns = job.columns.map((label, value) => ({ value, label: label || t('import.column', { no: value + 1 }) }));

  const check = ({ fixedCurrency, fixedUnit, dateFormat, decimalMark, ...places }: Values) =>
    map.mutateAsync({
      input: {
        importId: job.id,
        version: job.version,
        dateFormat,
        decimalMark,
        mapping: NAMES.flatMap((name) => (places[name] === undefined ? [] : [{ field: FIELDS[name], column: places[name] }])),
        fixed: [
          ...(fixedCurrency && places.currency === undefined ? [{ field: FIELDS.currency, value: fixedCurrency }] : []),
          ...(fixedUnit && places.unit === undefined ? [{ field: FIELDS.unit, value: fixedUnit }] : []),
        ],
      },
    });

  return (
    <>
      <Section title={t('import.step.columns')} intro={t('import.columnsHint')}>
        <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={(values) => void run(() => check(values))}>
          <div className={styles.mapping}>
            {NAMES.map((name) => (
              <Form.Item key={name} name={name} label={t(`import.field.${name}`)} rules={NEEDED.has(name) ? [{ required: true, message: t('common:form.required') }] : []}>
                <Select allowClear placeholder={t('import.noColumn')} options={columns} />
              </Form.Item>
            ))}
            <Form.Item name="fixedCurrency" label={t('import.fixedCurrency')}>
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
            </Form.Item>
            <Form.Item name="fixedUnit" label={t('import.fixedUnit')}>
              <Input maxLength={20} placeholder="C62" />
            </Form.Item>
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
        <Preview job={job} />
      </Section>
    </>
  );
}

function Preview({ job }: { job: OrderImport }) {
  const rows = (Array.isArray(job.preview) ? (job.preview as string[][]) : []).map((cells, key) => ({ key, cells }));
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={job.columns.map((title, key) => ({ key, title, render: (_: unknown, row: { cells: string[] }) => row.cells[key] }))}
    />
  );
}
