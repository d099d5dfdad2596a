import { Button, Segmented } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CycleTimesDocument as GroupCycles, type CycleTimesQuery } from '@/gql/group/graphql';
import { CycleTimesDocument as UnitCycles } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Count, Quantity } from '@/shared/ui/Values';
import { CycleDocuments } from './Documents';
import { ExportButton } from './ExportButton';
import { Frame, useMonthName, useNameOf } from './Frame';
import styles from './insight.module.css';
import { Plot } from './Plot';
import { Rows } from './Rows';
import { everyMonth, useFocus } from './useFocus';

type Row = CycleTimesQuery['cycleTimes']['rows'][number];
type By = 'category' | 'unit' | 'month';

/** How long buying takes, from requisition to goods; each figure leads to the requisitions behind it. */
export function CyclePage() {
  const { t, i18n } = useTranslation('analytics');
  const focus = useFocus(12);
  const inUnit = useWorkContext().kind === 'UNIT';
  const can = useCan();
  const monthName = useMonthName();
  const nameOf = useNameOf();
  const [unit, category] = [focus.chosen('unit'), focus.chosen('category')];
  const choices: By[] = inUnit ? ['category', 'month'] : ['unit', 'category', 'month'];
  const by = choices.find((each) => each === focus.text('by')) ?? choices[0] ?? 'category';
  const only = { unitIds: unit && !inUnit ? [unit.id] : undefined, categoryIds: category ? [category.id] : undefined };
  const document = useForDoor(GroupCycles, UnitCycles);
  const along = useApiQuery(document, { by: 'MONTH', ...focus.whole, ...only }, { subject: 'cycle', keepPrevious: true });
  const { data, error, isPending, refetch } = useApiQuery(document, { by: by.toUpperCase() as Uppercase<By>, since: focus.since, until: focus.until, ...only }, { subject: 'cycle', keepPrevious: true });
  const months = useMemo(() => everyMonth(along.data?.cycleTimes.rows ?? [], (row) => row.month ?? ''), [along.data]);
  const names = useMemo(() => months.map(({ month }) => monthName(month)), [months, monthName]);
  const series = useMemo(
    () => [
      { name: t('insight.mean'), kind: 'bar' as const, values: months.map(({ row }) => (row ? Number(row.meanDays) : null)) },
      { name: t('insight.p90'), kind: 'line' as const, values: months.map(({ row }) => (row ? Number(row.p90Days) : null)) },
    ],
    [months, t],
  );
  const format = useCallback((value: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(value), [i18n.language]);
  const nameIn = (row: Row) => (row.month ? monthName(row.month) : nameOf(row, t('noCategory')));
  const total = data?.cycleTimes.total;
  const rows = data?.cycleTimes.rows ?? [];
  const closer = (row: Row) => (row.month ? focus.set('month', row.month) : row.id && by !== 'month' && focus.set(by, { id: row.id, name: nameIn(row) }));
  const sheet = () => ({
    head: [t(`dimension.${by}`), t('insight.mean'), t('insight.median'), t('insight.p90'), t('insight.requisitionLines')],
    rows: rows.map((row) => [nameIn(row), row.meanDays, row.medianDays, row.p90Days, row.lines]),
  });
  return (
    <Frame focus={focus} page="cycle" narrowing={inUnit ? ['category'] : ['unit', 'category']} actions={rows.length > 0 && <ExportButton title={t('insight.tab.cycle')} sheet={sheet} />}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !total ? (
        <State title={t('insight.noCycle')} hint={t('insight.noCycleHint')} />
      ) : (
        <>
          <dl className={styles.sums}>
            {(['mean', 'median', 'p90'] as const).map((each) => (
              <div key={each}>
                <dt>{t(`insight.${each}`)}</dt>
                <dd>
                  <Quantity value={total[`${each}Days`]} unit={t('insight.days')} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('insight.requisitionLines')}</dt>
              <dd>
                <Count value={total.lines} />
              </dd>
            </div>
          </dl>
          <Section title={t('insight.byMonth', { what: t('insight.days') })} intro={t('insight.pick')}>
            <Plot label={t('insight.tab.cycle')} names={names} series={series} format={format} onPick={(index) => focus.set('month', months[index]?.month ?? null)} />
          </Section>
          <Section title={t(`dimension.${by}`)} actions={<Segmented style={{ maxWidth: '100%', overflowX: 'auto' }} aria-label={t('by')} value={by} options={choices.map((value) => ({ value, label: t(`dimension.${value}`) }))} onChange={(value) => focus.set('by', value)} />}>
            <Rows
              label={t(`dimension.${by}`)}
              rows={rows}
              rowKey={(row, index) => row.id ?? row.month ?? String(index)}
              columns={[
                { key: 'name', title: t(`dimension.${by}`), render: (row) => (row.id || row.month ? <Button type="link" size="small" style={{ padding: 0 }} onClick={() => closer(row)}>{nameIn(row)}</Button> : nameIn(row)) },
                { key: 'mean', title: t('insight.mean'), numeric: true, render: (row) => <Quantity value={row.meanDays} /> },
                { key: 'median', title: t('insight.median'), numeric: true, render: (row) => <Quantity value={row.medianDays} /> },
                { key: 'p90', title: t('insight.p90'), numeric: true, render: (row) => <Quantity value={row.p90Days} /> },
                { key: 'lines', title: t('insight.requisitionLines'), numeric: true, render: (row) => <Count value={row.lines} /> },
              ]}
            />
          </Section>
          {inUnit && can('procurement.requisition.read_all') && <CycleDocuments start={focus.since} end={focus.end} categoryId={category?.id} />}
        </>
      )}
    </Frame>
  );
}
