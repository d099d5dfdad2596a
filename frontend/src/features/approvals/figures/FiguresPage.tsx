import { Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ApprovalFiguresDocument, type ApprovalFiguresQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Bars } from '@/shared/ui/Bars';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Count, Quantity } from '@/shared/ui/Values';
import { useTypeChoices } from '../names';
import { usePlaces } from '../places';
import styles from './figures.module.css';

type Measured = ApprovalFiguresQuery['approvalFigures'];

const MONTHS = [3, 6, 12, 36] as const;

/** How long approvals take, from submission to the last signature, and where they wait. */
export function FiguresPage() {
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  const types = useTypeChoices();
  const [params, setParams] = useSearchParams();
  const months = MONTHS.find((each) => String(each) === params.get('months')) ?? 12;
  const documentType = params.get('type') ?? undefined;
  const [until] = useState(() => dayjs().add(1, 'minute'));
  const since = until.subtract(months, 'month').startOf('month');
  const { data, error, isPending, refetch } = useApiQuery(
    ApprovalFiguresDocument,
    { since: since.toISOString(), until: until.toISOString(), documentType },
    { subject: 'run', keepPrevious: true },
  );
  const set = (key: string, value: string | undefined) =>
    setParams((now) => {
      if (value === undefined) now.delete(key);
      else now.set(key, value);
      return now;
    });
  return (
    <Page title={t('figures.title')} intro={t('figures.intro')} crumbs={[{ title: t('inbox.title'), to: places.inbox }]}>
      <div className={styles.choices}>
        <Select aria-label={t('field.document')} allowClear placeholder={t('delegation.allTypes')} value={documentType} options={[...types]} onChange={(value: string | undefined) => set('type', value)} popupMatchSelectWidth={false} />
        <Select aria-label={t('figures.period')} value={months} options={MONTHS.map((count) => ({ value: count, label: t('figures.months', { count }) }))} onChange={(value) => set('months', String(value))} />
      </div>
      {isPending ? <Loading /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Shown measured={data.approvalFigures} />}
    </Page>
  );
}

function Shown({ measured }: { measured: Measured }) {
  const { t, i18n } = useTranslation('approvals');
  if (measured.documents === 0) return <State title={t('figures.none')} hint={t('figures.noneHint')} />;
  const monthName = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'short' });
  return (
    <>
      <dl className={styles.sums}>
        <Sum term={t('figures.documents')} value={<Count value={measured.documents} />} />
        <Sum term={t('figures.mean')} value={<Quantity value={measured.meanDays} unit={t('figures.days')} />} />
        <Sum term={t('figures.median')} value={<Quantity value={measured.medianDays} unit={t('figures.days')} />} />
        <Sum term={t('figures.p90')} value={<Quantity value={measured.p90Days} unit={t('figures.days')} />} />
      </dl>
      <Section title={t('figures.byMonth')}>
        <Durations rows={measured.months.map((row) => ({ key: row.month, name: monthName.format(dayjs(row.month).toDate()), value: row.meanDays, unit: t('figures.days'), count: row.documents }))} />
      </Section>
      <Section title={t('figures.byStep')}>
        <Durations rows={measured.steps.map((row) => ({ key: String(row.step), name: t('figures.step', { number: row.step }), value: row.meanHours, unit: t('figures.hours'), count: row.decisions }))} />
      </Section>
    </>
  );
}

const Sum = ({ term, value }: { term: string; value: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
);

interface Duration {
  key: string;
  name: string;
  value: string;
  unit: string;
  count: number;
}

function Durations({ rows }: { rows: readonly Duration[] }) {
  const { t } = useTranslation('approvals');
  const most = Math.max(...rows.map((row) => Number(row.value)), 0.01);
  return (
    <Bars
      head={[t('figures.period'), t('figures.mean'), t('figures.documents')]}
      rows={rows.map(({ key, name, value, unit, count }) => ({ key, name, value: <Quantity value={value} unit={unit} />, part: Number(value) / most, aside: <Count value={count} /> }))}
    />
  );
}
