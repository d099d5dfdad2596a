import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderImportApplyDocument, OrderImportReportDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Section } from '@/shared/ui/Page';
import { Count } from '@/shared/ui/Values';
import type { OrderImport } from './OrderImportPage';
import styles from './importing.module.css';

const CHECKED = ['good', 'lines', 'known', 'problems'] as const;
const APPLIED = ['created', 'kept', 'differing'] as const;

interface Problem {
  row: number;
  column: string;
  value: string;
  en: string;
  zh: string;
}

/** What the check found, or what was taken over; rows with problems can be fetched as a file, corrected and brought again. */
export function OrderImportResult({ job }: { job: OrderImport }) {
  const { t } = useTranslation('procurement');
  const orders = `${contextPath(useWorkContext())}/orders`;
  const { run, busy } = useAction();
  const apply = useApiMutation(OrderImportApplyDocument, { payload: (r) => r.orderImportApply, touches: ['orderImport', 'order'] });
  const report = useApiMutation(OrderImportReportDocument, { payload: (r) => r.orderImportReport, touches: [] });
  const counts = job.counts as Partial<Record<(typeof CHECKED)[number] | (typeof APPLIED)[number], number>>;
  const bad = counts.problems ?? 0;
  const done = job.status === 'applied';
  const take = () => run(() => apply.mutateAsync({ input: { importId: job.id, version: job.version, onlyGood: bad > 0 } }));

  async function fetchReport() {
    const made = await report.mutateAsync({ input: { importId: job.id } });
    const url = made.orderImportReport?.url;
    if (url) window.location.assign(url);
  }

  return (
    <Section title={done ? t('import.applied') : t('import.checked')}>
      <dl className={styles.counts}>
        {[...(done ? APPLIED : CHECKED)].map((name) => (
          <div key={name}>
            <dt>{t(`import.count.${name}`)}</dt>
            <dd>
              <Count value={counts[name] ?? 0} />
            </dd>
          </div>
        ))}
      </dl>
      {bad > 0 && <Problems job={job} />}
      <div className={styles.buttons}>
        {job.status === 'validated' && (counts.good ?? 0) > 0 && (
          <Button type="primary" loading={busy} onClick={() => void take()}>
            {bad > 0 ? t('import.takeGood') : t('import.takeAll')}
          </Button>
        )}
        {bad > 0 && (
          <Button loading={busy} onClick={() => void run(fetchReport)}>
            {t('import.report')}
          </Button>
        )}
        <LinkButton to={`${orders}/import`}>{t('import.another')}</LinkButton>
        {done && <LinkButton to={orders}>{t('import.toOrders')}</LinkButton>}
      </div>
    </Section>
  );
}

function Problems({ job }: { job: OrderImport }) {
  const { t, i18n } = useTranslation('procurement');
  const rows = (Array.isArray(job.problems) ? (job.problems as Problem[]) : []).map((problem, key) => ({ ...problem, key }));
  return (
    <Table
      size="small"
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { key: 'row', title: t('import.row'), align: 'right', width: 80, render: (_, { row }) => <span className="num">{row}</span> },
        { key: 'column', title: t('import.columnTitle'), render: (_, { column }) => column },
        { key: 'value', title: t('import.value'), render: (_, { value }) => <span className="mono">{value}</span> },
        { key: 'problem', title: t('import.problem'), render: (_, { en, zh }) => (i18n.language.startsWith('zh') ? zh : en) },
      ]}
    />
  );
}
