import { Button, Segmented } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DeliveriesDocument as GroupDeliveries, type DeliveriesQuery } from '@/gql/group/graphql';
import { DeliveriesDocument as UnitDeliveries } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { decimal } from '@/shared/list/exportRows';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Count } from '@/shared/ui/Values';
import { DeliveryDocuments } from './Documents';
import { ExportButton } from './ExportButton';
import { Frame, useMonthName, useNameOf } from './Frame';
import styles from './insight.module.css';
import { Plot } from './Plot';
import { Rows, type Column } from './Rows';
import { everyMonth, useFocus } from './useFocus';

type Row = DeliveriesQuery['deliveries']['rows'][number];
type Key = Row['keys'][number];
type By = 'unit' | 'supplier' | 'item' | 'month';

/** How much came by its day, weighed by quantity, by supplier, item and month; down to the receipts. */
export function OnTimePage() {
  const { t, i18n } = useTranslation('analytics');
  const focus = useFocus(12);
  const inUnit = useWorkContext().kind === 'UNIT';
  const can = useCan();
  const monthName = useMonthName();
  const nameOf = useNameOf();
  const [unit, supplier, item] = [focus.chosen('unit'), focus.chosen('supplier'), focus.chosen('item')];
  const only = { unitIds: unit && !inUnit ? [unit.id] : undefined, supplierIds: supplier ? [supplier.id] : undefined, itemIds: item ? [item.id] : undefined };
  const views: Record<string, By[]> = { supplier: ['supplier'], item: ['item'], detail: ['supplier', 'item', 'month'], ...(inUnit ? {} : { unit: ['unit'] }) };
  const view = Object.keys(views).find((each) => each === focus.text('by')) ?? (supplier ? 'detail' : 'supplier');
  const by = views[view] ?? ['supplier'];
  const document = useForDoor(GroupDeliveries, UnitDeliveries);
  const along = useApiQuery(document, { by: ['MONTH'], ...focus.whole, ...only }, { subject: 'delivery', keepPrevious: true });
  const { data, error, isPending, refetch } = useApiQuery(document, { by: by.map((each) => each.toUpperCase() as Uppercase<By>), since: focus.since, until: focus.until, ...only }, { subject: 'delivery', keepPrevious: true });
  const months = useMemo(() => everyMonth(along.data?.deliveries.rows ?? [], (row) => row.keys[0]?.month ?? ''), [along.data]);
  const names = useMemo(() => months.map(({ month }) => monthName(month)), [months, monthName]);
  const series = useMemo(() => [{ name: t('insight.inTime'), kind: 'line' as const, values: months.map(({ row }) => (row?.inTimePercent ? Number(row.inTimePercent) : null)) }], [months, t]);
  const percent = useCallback((value: number) => new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100), [i18n.language]);
  const nameIn = (key: Key) => (key.month ? monthName(key.month) : nameOf(key, t('insight.freeText')));
  const rows = data?.deliveries.rows ?? [];
  const total = data?.deliveries.total;
  const closer = (key: Key, dimension: By) => (key.month ? focus.set('month', key.month) : key.id && dimension !== 'month' && focus.set(dimension, { id: key.id, name: nameIn(key) }));
  const columns: Column<Row>[] = [
    ...by.map((dimension, place) => ({
      key: dimension,
      title: t(`dimension.${dimension}`),
      render: (row: Row) => {
        const key = row.keys[place];
        if (!key) return null;
        return key.id || key.month ? <Button type="link" size="small" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => closer(key, dimension)}>{nameIn(key)}</Button> : nameIn(key);
      },
    })),
    { key: 'inTime', title: t('insight.inTime'), numeric: true, render: (row) => (row.inTimePercent ? percent(Number(row.inTimePercent)) : '–') },
    { key: 'accepted', title: t('insight.accepted'), numeric: true, render: (row) => percent(Number(row.acceptedPercent)) },
    { key: 'lines', title: t('insight.deliveries'), numeric: true, render: (row) => <Count value={row.lines} /> },
  ];
  const sheet = () => ({
    head: [...by.map((each) => t(`dimension.${each}`)), t('insight.inTime'), t('insight.accepted'), t('insight.deliveries')],
    rows: rows.map((row) => [...row.keys.map(nameIn), decimal(row.inTimePercent), decimal(row.acceptedPercent), row.lines]),
  });
  return (
    <Frame focus={focus} page="on-time" narrowing={inUnit ? ['supplier', 'item'] : ['unit', 'supplier', 'item']} actions={rows.length > 0 && <ExportButton title={t('insight.tab.on-time')} sheet={sheet} />}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !total ? (
        <State title={t('insight.noDelivery')} hint={t('insight.noDeliveryHint')} action={focus.months !== 0 && <Button onClick={() => focus.set('months', '0')}>{t('showEverything')}</Button>} />
      ) : (
        <>
          <dl className={styles.sums}>
            <div>
              <dt>{t('insight.inTime')}</dt>
              <dd>{total.inTimePercent ? percent(Number(total.inTimePercent)) : '–'}</dd>
            </div>
            <div>
              <dt>{t('insight.accepted')}</dt>
              <dd>{percent(Number(total.acceptedPercent))}</dd>
            </div>
            <div>
              <dt>{t('insight.deliveries')}</dt>
              <dd>
                <Count value={total.lines} />
              </dd>
            </div>
          </dl>
          <Section title={t('insight.byMonth', { what: t('insight.inTime') })} intro={t('insight.pick')}>
            <Plot label={t('insight.tab.on-time')} names={names} series={series} format={percent} onPick={(index) => focus.set('month', months[index]?.month ?? null)} />
          </Section>
          <Section title={t(`insight.view.${view as 'detail'}`)} actions={<Segmented style={{ maxWidth: '100%', overflowX: 'auto' }} aria-label={t('by')} value={view} options={Object.keys(views).map((value) => ({ value, label: t(`insight.view.${value as 'detail'}`) }))} onChange={(value) => focus.set('by', value)} />}>
            <Rows label={t(`insight.view.${view as 'detail'}`)} rows={rows} rowKey={(row, index) => `${index}${row.keys.map((key) => key.id ?? key.month).join()}`} columns={columns} />
          </Section>
          {inUnit && can('procurement.receipt.read') && <DeliveryDocuments start={focus.since} end={focus.end} supplierId={supplier?.id} itemId={item?.id} />}
        </>
      )}
    </Frame>
  );
}
