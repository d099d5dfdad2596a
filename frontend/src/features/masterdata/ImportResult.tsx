import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { SupplierImportApplyDocument, SupplierImportReportDocument, SupplierImportRowsDocument, type SupplierImportRowsQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Section } from '@/shared/ui/Page';
import { Count } from '@/shared/ui/Values';
import type { SupplierImport } from './ImportPage';
import { usePlaces } from './places';
import styles from './masterdata.module.css';

const OUTCOMES = ['new', 'changed', 'unchanged', 'bad', 'created', 'amended', 'kept'] as const;
type Outcome = (typeof OUTCOMES)[number];
type Row = SupplierImportRowsQuery['supplierImportRows']['edges'][number]['node'];
interface Problem {
  column?: string;
  field?: string;
  value?: string;
  en: string;
  zh: string;
}

/** What the check found, or what was taken over; bad rows can be fetched as a file, corrected and brought again. */
export function ImportResult({ job }: { job: SupplierImport }) {
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const { run, busy } = useAction();
  const apply = useApiMutation(SupplierImportApplyDocument, { payload: (r) => r.supplierImportApply, touches: ['supplierImport', 'supplier'] });
  const report = useApiMutation(SupplierImportReportDocument, { payload: (r) => r.supplierImportReport, touches: [] });
  const counts = job.counts as Partial<Record<Outcome, number>>;
  const bad = counts.bad ?? 0;
  const take = (onlyGoodRows: boolean) => run(() => apply.mutateAsync({ input: { importId: job.id, version: job.version, onlyGoodRows } }));

  async function fetchReport() {
    const made = await report.mutateAsync({ input: { importId: job.id, fileFormat: 'xlsx' } });
    const url = made.supplierImportReport?.url;
    if (url) window.location.assign(url);
  }

  return (
    <Section title={job.status === 'applied' ? t('import.applied') : t('import.checked')}>
      <dl className={styles.counts}>
        {OUTCOMES.filter((outcome) => counts[outcome] !== undefined).map((outcome) => (
          <div key={outcome}>
            <dt>{t(`import.outcome.${outcome}`)}</dt>
            <dd>
              <Count value={counts[outcome] ?? 0} />
            </dd>
          </div>
        ))}
      </dl>
      {bad > 0 && <BadRows job={job} />}
      <div className={styles.buttons}>
        {job.status === 'validated' && (
          <Button type="primary" loading={busy} onClick={() => void take(bad > 0)}>
            {bad > 0 ? t('import.takeGood') : t('import.takeAll')}
          </Button>
        )}
        {bad > 0 && (
          <Button loading={busy} onClick={() => void run(fetchReport)}>
            {t('import.report')}
          </Button>
        )}
        <LinkButton to={places.importSuppliers}>{t('import.another')}</LinkButton>
        {job.status === 'applied' && <LinkButton to={places.suppliers}>{t('import.toRegister')}</LinkButton>}
      </div>
    </Section>
  );
}

function BadRows({ job }: { job: SupplierImport }) {
  const { t, i18n } = useTranslation('masterdata');
  const { data, isPending } = useApiQuery(SupplierImportRowsDocument, { first: 200, filter: { jobId: { eq: job.id }, outcome: { eq: 'bad' } } }, { subject: 'supplierImport' });
  const problems = (row: Row) => (Array.isArray(row.problems) ? (row.problems as Problem[]) : []);
  const words = (problem: Problem) => (i18n.language.startsWith('zh') ? problem.zh : problem.en);
  return (
    <Table<Row>
      size="small"
      rowKey="id"
      loading={isPending}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      dataSource={data?.supplierImportRows.edges.map(({ node }) => node)}
      columns={[
        { key: 'number', title: t('import.row'), align: 'right', width: 80, render: (_, row) => <span className="num">{row.number}</span> },
        { key: 'column', title: t('import.columnTitle'), render: (_, row) => problems(row).map((problem, index) => <div key={index}>{problem.column ?? problem.field}</div>) },
        { key: 'problem', title: t('import.problem'), render: (_, row) => problems(row).map((problem, index) => <div key={index} style={{ minWidth: 160, maxWidth: 420, whiteSpace: 'normal' }}>{words(problem)}</div>) },
        { key: 'value', title: t('import.value'), render: (_, row) => problems(row).map((problem, index) => <div key={index} className="mono">{problem.value}</div>) },
      ]}
    />
  );
}
