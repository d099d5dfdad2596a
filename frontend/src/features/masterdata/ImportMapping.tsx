import { Button, Form, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { SupplierImportMapDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { Section } from '@/shared/ui/Page';
import { countryOptions } from '@/shared/ui/places';
import { snake, SUPPLIER_FIELDS, type SupplierField } from './fields';
import type { SupplierImport } from './ImportPage';
import styles from './masterdata.module.css';

type Values = Partial<Record<SupplierField, number>> & { defaultCountry?: string };

/** Which column is which field; what was recognised is chosen already. */
export function ImportMapping({ job }: { job: SupplierImport }) {
  const { t, i18n } = useTranslation('masterdata');
  const [form] = Form.useForm<Values>();
  const map = useApiMutation(SupplierImportMapDocument, { payload: (r) => r.supplierImportMap, touches: ['supplierImport'] });
  const known = job.mapping as Record<string, number>;
  const defaults = job.defaults as Record<string, string>;
  const initial: Values = {
    ...Object.fromEntries(SUPPLIER_FIELDS.flatMap((field) => (known[snake(field)] === undefined ? [] : [[field, known[snake(field)]]]))),
    defaultCountry: defaults.country,
  };

  const send = ({ defaultCountry, ...columns }: Values) =>
    map.mutateAsync({
      input: {
        importId: job.id,
        version: job.version,
        mapping: SUPPLIER_FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [{ field: snake(field), column: columns[field] }])),
        defaults: defaultCountry ? [{ field: 'country', value: defaultCountry }] : [],
      },
    });

  const { submit, busy, general } = useSubmit<Values, unknown>({ form, send, onDone: () => undefined });
  const countryColumn = Form.useWatch('country', form);

  return (
    <>
      <Section title={t('import.step.columns')} intro={t('import.columnsHint')}>
        <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={(values) => void submit(values)}>
          <FormErrors messages={general} />
          <div className={styles.mapping}>
            {SUPPLIER_FIELDS.map((field) => (
              <Form.Item key={field} name={field} label={t(`field.${field}`)} rules={field === 'legalName' ? [{ required: true, message: t('import.nameNeeded') }] : []}>
                <Select allowClear placeholder={t('import.noColumn')} options={job.columns.map((label, value) => ({ value, label: label || t('import.column', { no: value + 1 }) }))} />
              </Form.Item>
            ))}
            <Form.Item
              name="defaultCountry"
              label={t('import.defaultCountry')}
              dependencies={['country']}
              rules={[{ required: countryColumn === undefined, message: t('import.countryNeeded') }]}
            >
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...countryOptions(i18n.language)]} />
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

function Preview({ job }: { job: SupplierImport }) {
  const rows = (Array.isArray(job.preview) ? (job.preview as string[][]) : []).map((cells, index) => ({ key: index, cells }));
  return (
    <div className={styles.preview}>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={job.columns.map((title, index) => ({ key: index, title, render: (_: unknown, row: { cells: string[] }) => row.cells[index] }))}
      />
    </div>
  );
}
