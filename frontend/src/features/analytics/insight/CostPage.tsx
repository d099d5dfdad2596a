import { Button } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SpendDocument as GroupSpend, type SpendQuery } from '@/gql/group/graphql';
import { SpendDocument as UnitSpend } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { decimal } from '@/shared/list/exportRows';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Count, Money } from '@/shared/ui/Values';
import { ExportButton } from './ExportButton';
import { Frame, useMonthName, useNameOf } from './Frame';
import { Plot } from './Plot';
import { Rows } from './Rows';
import { everyMonth, useFocus } from './useFocus';

type Row = SpendQuery['spend']['rows'][number];

/** What buying costs, month by month; a month shows what made it, down to the orders. */
export function CostPage() {
  const { t, i18n } = useTranslation(['analytics', 'common']);
  const focus = useFocus(36);
  const monthName = useMonthName();
  const unit = focus.chosen('unit');
  const unitIds = unit ? [unit.id] : undefined;
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupSpend, UnitSpend), { by: 'MONTH', ...focus.whole, unitIds }, { subject: 'spend', keepPrevious: true });
  const rows = useMemo(() => data?.spend.rows ?? [], [data]);
  const months = useMemo(() => everyMonth(rows, (row) => row.month ?? ''), [rows]);
  const names = useMemo(() => months.map(({ month }) => monthName(month)), [months, monthName]);
  const currency = data?.spend.total.currency ?? '';
  const format = useCallback((value: number) => new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 }).format(value), [i18n.language]);
  const series = useMemo(() => [{ name: t('spend'), kind: 'bar' as const, values: months.map(({ row }) => Number(row?.spend.amount ?? 0)) }], [months, t]);
  const sheet = () => ({ head: [t('dimension.month'), t('spend'), t('currency'), t('orderLines')], rows: rows.map((row) => [row.month?.slice(0, 7) ?? '', decimal(row.spend.amount), row.spend.currency, row.lines]) });
  return (
    <Frame focus={focus} page="cost" narrowing={['unit']} actions={rows.length > 0 && <ExportButton title={t('insight.tab.cost')} sheet={sheet} />}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <State title={t('none')} hint={t('noneHint')} />
      ) : (
        <>
          <Section title={t('insight.byMonth', { what: t('common:form.withUnit', { what: t('spend'), unit: currency }) })} intro={t('insight.pick')}>
            <Plot label={t('insight.tab.cost')} names={names} series={series} format={format} onPick={(index) => focus.set('month', months[index]?.month ?? null)} />
          </Section>
          {focus.month ? (
            <Behind focus={focus} month={focus.month} unitIds={unitIds} />
          ) : (
            <Section title={t('insight.months')}>
              <Rows
                label={t('insight.months')}
                rows={[...rows].reverse()}
                rowKey={(row) => row.month ?? ''}
                columns={[
                  { key: 'month', title: t('dimension.month'), render: (row) => <Button type="link" size="small" style={{ padding: 0 }} onClick={() => focus.set('month', row.month ?? null)}>{monthName(row.month ?? '')}</Button> },
                  { key: 'spend', title: t('spend'), numeric: true, render: (row) => <Money value={row.spend} /> },
                  { key: 'lines', title: t('orderLines'), numeric: true, render: (row) => <Count value={row.lines} /> },
                ]}
              />
            </Section>
          )}
        </>
      )}
    </Frame>
  );
}

/** What made a month: at head office by unit, in a unit by supplier with its orders. */
function Behind({ focus, month, unitIds }: { focus: ReturnType<typeof useFocus>; month: string; unitIds?: string[] }) {
  const { t } = useTranslation('analytics');
  const context = useWorkContext();
  const can = useCan();
  const nameOf = useNameOf();
  const by = context.kind === 'GROUP' && !unitIds ? ('UNIT' as const) : ('SUPPLIER' as const);
  const { data, isPending } = useApiQuery(useForDoor(GroupSpend, UnitSpend), { by, since: month, until: month, unitIds }, { subject: 'spend', keepPrevious: true });
  const last = dayjs(month).endOf('month').format('YYYY-MM-DD');
  const title = by === 'UNIT' ? t('dimension.unit') : t('dimension.supplier');
  const shown = (row: Row) => {
    const name = nameOf(row, '–');
    if (by === 'UNIT') return <Button type="link" size="small" style={{ padding: 0 }} onClick={() => focus.set('unit', { id: row.id ?? '', name })}>{name}</Button>;
    const orders = `${contextPath(context)}/orders?q=${encodeURIComponent(name)}&f.orderDate=${month}..${last}`;
    return context.kind === 'UNIT' && can('procurement.order.read') ? <Link to={orders}>{name}</Link> : name;
  };
  return (
    <Section title={title}>
      {isPending ? (
        <Loading />
      ) : data?.spend.rows.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <Rows
          label={title}
          rows={data?.spend.rows ?? []}
          rowKey={(row, index) => row.id ?? String(index)}
          columns={[
            { key: 'name', title, render: shown },
            { key: 'spend', title: t('spend'), numeric: true, render: (row) => <Money value={row.spend} /> },
            { key: 'lines', title: t('orderLines'), numeric: true, render: (row) => <Count value={row.lines} /> },
          ]}
        />
      )}
    </Section>
  );
}
