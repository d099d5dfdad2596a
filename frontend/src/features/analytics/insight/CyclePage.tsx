import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CycleTimesDocument as GroupCycles } from '@/gql/group/graphql';
import { CycleTimesDocument as UnitCycles } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Failure, Loading, State } from '@/shared/ui/States';
import { CycleDocuments } from './Documents';
import { Durations, useDurationSheet } from './Durations';
import { ExportButton } from './ExportButton';
import { Frame, useNameOf } from './Frame';
import { useFocus } from './useFocus';

type By = 'category' | 'unit' | 'month';

const counting = <Row extends { lines: number }>(row: Row) => ({ ...row, count: row.lines });

/** How long buying takes, from requisition to goods; each figure leads to the requisitions behind it. */
export function CyclePage() {
  const { t } = useTranslation('analytics');
  const focus = useFocus(12);
  const inUnit = useWorkContext().kind === 'UNIT';
  const can = useCan();
  const nameOf = useNameOf();
  const [unit, category] = [focus.chosen('unit'), focus.chosen('category')];
  const choices: By[] = inUnit ? ['category', 'month'] : ['unit', 'category', 'month'];
  const by = choices.find((each) => each === focus.text('by')) ?? choices[0] ?? 'category';
  const only = { unitIds: unit && !inUnit ? [unit.id] : undefined, categoryIds: category ? [category.id] : undefined };
  const document = useForDoor(GroupCycles, UnitCycles);
  const along = useApiQuery(document, { by: 'MONTH', ...focus.whole, ...only }, { subject: 'cycle', keepPrevious: true });
  const { data, error, isPending, refetch } = useApiQuery(document, { by: by.toUpperCase() as Uppercase<By>, since: focus.since, until: focus.until, ...only }, { subject: 'cycle', keepPrevious: true });
  const months = useMemo(() => (along.data?.cycleTimes.rows ?? []).map(counting), [along.data]);
  const rows = useMemo(() => (data?.cycleTimes.rows ?? []).map(counting), [data]);
  const total = data?.cycleTimes.total;
  const words = { counted: t('insight.requisitionLines'), none: t('noCategory') };
  const sheet = useDurationSheet({ ...words, rows, by: t(`dimension.${by}`) });
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
          <Durations
            {...words}
            label={t('insight.tab.cycle')}
            focus={focus}
            total={counting(total)}
            rows={rows}
            along={months}
            by={by}
            choices={choices}
            titleOf={(each) => t(`dimension.${each as By}`)}
            closer={(row) => {
              const { id } = row;
              return id ? () => focus.set(by, { id, name: nameOf(row, words.none) }) : undefined;
            }}
          />
          {inUnit && can('procurement.requisition.read_all') && <CycleDocuments start={focus.since} end={focus.end} categoryId={category?.id} />}
        </>
      )}
    </Frame>
  );
}
