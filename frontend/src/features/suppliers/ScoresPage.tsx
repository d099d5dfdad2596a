import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScorePeriodsDocument, SupplierScoresDocument, type SupplierScoreFilter, type SupplierScoreOrder, type SupplierScoresQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiQuery } from '@/shared/api/hooks';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { countryName, countryOptions } from '@/shared/ui/places';
import { Day, Quantity } from '@/shared/ui/Values';
import { CloseDialog } from './CloseDialog';
import { usePlaces } from './places';
import { byEnd, lastDay, Period } from './Period';
import { TIERS, TierTag, useTierWord } from './words';

type Row = SupplierScoresQuery['supplierScores']['edges'][number]['node'];

const BEST_FIRST = { field: 'TOTAL', descending: true };

/** The ranking of the unit's suppliers, period by period. */
export function ScoresPage() {
  const { t, i18n } = useTranslation('suppliers');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const [closing, setClosing] = useState(false);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'tier', title: t('tier.one'), options: TIERS.map((value) => ({ value, label: t(`tier.${value}`) })) },
      { kind: 'choice', key: 'country', title: t('field.country'), options: countryOptions(i18n.language) },
      { kind: 'numbers', key: 'total', title: t('score.total') },
      { kind: 'days', key: 'endDate', title: t('score.end') },
    ],
    [t, i18n.language],
  );
  const tierWord = useTierWord();
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        SupplierScoresDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<SupplierScoreFilter>(fields, byEnd(filters)), orderBy: orderBy<SupplierScoreOrder>(order) }),
        (result) => result.supplierScores,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(() => {
    const mark = (key: 'quality' | 'onTime' | 'cost' | 'innovation' | 'environment', title: string, order?: string): ListColumn<Row> => ({
      key, title, order, numeric: true, render: (row) => <Quantity value={row[key]} decimals={2} />, value: (row) => row[key],
    });
    return [
      { key: 'supplierName', title: t('application.name'), order: 'SUPPLIER_NAME', primary: true, render: (row) => row.supplierName, value: (row) => row.supplierName },
      { key: 'tier', title: t('tier.one'), render: (row) => <TierTag tier={row.tier} />, value: (row) => tierWord(row.tier) },
      { key: 'rank', title: t('score.rank'), numeric: true, render: (row) => row.rank ?? '–', value: (row) => row.rank },
      { key: 'total', title: t('score.total'), order: 'TOTAL', numeric: true, render: (row) => <Quantity value={row.total} decimals={2} />, value: (row) => row.total },
      mark('quality', t('dimension.quality'), 'QUALITY'),
      mark('onTime', t('dimension.on_time'), 'ON_TIME'),
      mark('cost', t('dimension.cost'), 'COST'),
      { ...mark('innovation', t('dimension.innovation')), hidden: true },
      { ...mark('environment', t('dimension.environment')), hidden: true },
      { key: 'country', title: t('field.country'), hidden: true, render: (row) => (row.country ? countryName(row.country, i18n.language) : '–'), value: (row) => row.country },
      { key: 'endDate', title: t('score.end'), order: 'END_DATE', render: (row) => <Day value={lastDay(row.endDate)} />, value: (row) => lastDay(row.endDate) },
    ];
  }, [t, i18n.language, tierWord]);
  const actions = (
    <>
      {can('suppliers.period.read') && <LinkButton to={places.qualityShare}>{t('share.many')}</LinkButton>}
      {can('suppliers.terms.read') && <LinkButton to={places.terms}>{t('terms.many')}</LinkButton>}
      {can('suppliers.model.read') && <LinkButton to={places.model}>{t('model.many')}</LinkButton>}
      {can('suppliers.period.close') && (
        <Button type="primary" onClick={() => setClosing(true)}>
          {t('close.action')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <ListPage
        listId="suppliers.scores"
        subject="score"
        title={t('score.many')}
        intro={<LastPeriod />}
        actions={actions}
        columns={columns}
        filters={fields}
        order={BEST_FIRST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.scorecard(row.supplierId)}
        empty={{ title: t('score.none'), hint: t('score.noneHint') }}
      />
      <CloseDialog open={closing} onClose={() => setClosing(false)} />
    </>
  );
}

/** The share of quality suppliers in the last period, or how far its measuring has come. */
function LastPeriod() {
  const { t } = useTranslation('suppliers');
  const { data } = useApiQuery(ScorePeriodsDocument, {}, { subject: 'period', refetchInterval: (known) => (known?.scorePeriods.nodes.some((each) => each.status !== 'closed') ? 2000 : false) });
  const last = data?.scorePeriods.nodes[0];
  if (!last) return null;
  if (last.status !== 'closed') return <span role="status">{t('score.running', { done: last.done, suppliers: last.suppliers })}</span>;
  return (
    <>
      <Period {...last} /> · {t('score.share', { percent: last.qualityPercent ?? '–', reached: last.reached, rated: last.rated, bar: last.qualityBar })}
    </>
  );
}
