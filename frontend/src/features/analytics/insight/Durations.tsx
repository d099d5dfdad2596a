import { Button, Segmented } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal, type Sheet } from '@/shared/list/exportRows';
import { Section } from '@/shared/ui/Page';
import { Count, Quantity } from '@/shared/ui/Values';
import { useMonthName, useNameOf } from './Frame';
import styles from './insight.module.css';
import { Plot } from './Plot';
import { Rows } from './Rows';
import { everyMonth, type Focus } from './useFocus';

const MEASURES = ['mean', 'median', 'p90'] as const;

/** How long something took, of one unit, category, type of document or month. */
export interface Duration {
  id?: string | null;
  month?: string | null;
  nameEn: string;
  nameZh: string;
  meanDays: string;
  medianDays: string;
  p90Days: string;
  count: number;
}

interface DurationsProps {
  label: string;
  /** What the counts count. */
  counted: string;
  focus: Focus;
  total: Duration;
  rows: readonly Duration[];
  /** The same month by month, over the whole period. */
  along: readonly Duration[];
  by: string;
  choices: readonly string[];
  titleOf: (by: string) => string;
  none: string;
  /** Looks closer at one row that is not a month; a row without an answer cannot be chosen. */
  closer: (row: Duration) => (() => void) | undefined;
}

const useRowName = (none: string) => {
  const monthName = useMonthName();
  const nameOf = useNameOf();
  return (row: Duration) => (row.month ? monthName(row.month) : nameOf(row, none));
};

/** Durations: their sums, their trend, and who or what they are of. */
export function Durations({ label, counted, focus, total, rows, along, by, choices, titleOf, none, closer }: DurationsProps) {
  const { t, i18n } = useTranslation('analytics');
  const nameOf = useRowName(none);
  const monthName = useMonthName();
  const months = useMemo(() => everyMonth(along, (row) => row.month ?? ''), [along]);
  const names = useMemo(() => months.map(({ month }) => monthName(month)), [months, monthName]);
  const series = useMemo(
    () => [
      { name: t('insight.mean'), kind: 'bar' as const, values: months.map(({ row }) => (row ? Number(row.meanDays) : null)) },
      { name: t('insight.p90'), kind: 'line' as const, values: months.map(({ row }) => (row ? Number(row.p90Days) : null)) },
    ],
    [months, t],
  );
  const format = useCallback((value: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value), [i18n.language]);
  const name = (row: Duration) => {
    const look = row.month ? () => focus.set('month', row.month ?? null) : closer(row);
    return look ? <Button type="link" size="small" style={{ padding: 0 }} onClick={look}>{nameOf(row)}</Button> : nameOf(row);
  };
  return (
    <>
      <dl className={styles.sums}>
        {MEASURES.map((each) => (
          <div key={each}>
            <dt>{t(`insight.${each}`)}</dt>
            <dd>
              <Quantity value={total[`${each}Days`]} unit={t('insight.unitOfDays')} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{counted}</dt>
          <dd>
            <Count value={total.count} />
          </dd>
        </div>
      </dl>
      <Section title={t('insight.byMonth', { what: t('insight.days') })} intro={t('insight.pick')}>
        <Plot label={label} names={names} series={series} format={format} onPick={(index) => focus.set('month', months[index]?.month ?? null)} />
      </Section>
      <Section title={titleOf(by)} actions={<Segmented style={{ maxWidth: '100%', overflowX: 'auto' }} aria-label={t('by')} value={by} options={choices.map((value) => ({ value, label: titleOf(value) }))} onChange={(value) => focus.set('by', value)} />}>
        <Rows
          label={titleOf(by)}
          rows={rows}
          rowKey={(row, index) => row.id ?? row.month ?? String(index)}
          columns={[
            { key: 'name', title: titleOf(by), render: name },
            ...MEASURES.map((each) => ({ key: each, title: t(`insight.${each}`), numeric: true, render: (row: Duration) => <Quantity value={row[`${each}Days`]} /> })),
            { key: 'count', title: counted, numeric: true, render: (row) => <Count value={row.count} /> },
          ]}
        />
      </Section>
    </>
  );
}

/** The same rows as a workbook holds them. */
export function useDurationSheet({ counted, rows, by, none }: { counted: string; rows: readonly Duration[]; by: string; none: string }): () => Sheet {
  const { t } = useTranslation('analytics');
  const nameOf = useRowName(none);
  return () => ({
    head: [by, ...MEASURES.map((each) => t(`insight.${each}`)), counted],
    rows: rows.map((row) => [nameOf(row), decimal(row.meanDays), decimal(row.medianDays), decimal(row.p90Days), row.count]),
  });
}
