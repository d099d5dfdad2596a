import { useTranslation } from 'react-i18next';
import type { ScorecardQuery } from '@/gql/unit/graphql';
import { Section } from '@/shared/ui/Page';
import { Bars, type Bar } from '@/shared/ui/Bars';
import { formatDay, formatDecimal } from '@/shared/ui/format';
import { Quantity } from '@/shared/ui/Values';
import { Sources } from './Sources';
import { Trend } from './Trend';
import { lastDay, Period } from './Period';
import { DIMENSIONS, TierTag, type Dimension } from './words';
import styles from './suppliers.module.css';

type Score = ScorecardQuery['supplierScores']['nodes'][number];

const valueOf = (score: Pick<Score, 'quality' | 'onTime' | 'cost' | 'innovation' | 'environment'>, dimension: Dimension): string | null | undefined =>
  ({ quality: score.quality, on_time: score.onTime, cost: score.cost, innovation: score.innovation, environment: score.environment })[dimension];

/** The five dimensions of the last period with the documents behind them, the trend, and every period's tier. */
export function Scorecard({ data, group }: { data: Pick<ScorecardQuery, 'supplierScores' | 'supplierMeasures'>; group?: ScorecardQuery['groupScores']['nodes'][number] }) {
  const { t, i18n } = useTranslation(['suppliers', 'common']);
  const scores = data.supplierScores.nodes;
  const last = scores[0];
  if (!last) return null;
  const points = (value: string | null | undefined) => (value ? formatDecimal(value, i18n.language, 2) : '–');
  const measures = data.supplierMeasures.nodes.filter((each) => each.periodId === last.periodId);
  const bars: Bar[] = DIMENSIONS.map((dimension) => {
    const value = valueOf(last, dimension);
    return {
      key: dimension,
      name: t(`dimension.${dimension}`),
      value: value ? <Quantity value={value} decimals={2} /> : <span className="soft">{t('score.noData')}</span>,
      part: value ? Number(value) / 100 : 0,
      aside: group && <span className="soft">{t('score.inGroup', { value: points(valueOf(group, dimension)) })}</span>,
    };
  });
  return (
    <>
      <Section title={t('common:form.told', { what: t('score.total'), value: last.total ?? '–' })} intro={last.total ? group && t('score.groupBeside', { total: group.total ?? '–', rank: group.rank ?? '–', end: formatDay(lastDay(group.endDate), i18n.language) }) : t('score.unratedHint')}>
        <Bars head={[t('dimension.one'), t('dimension.value'), '']} rows={bars} />
      </Section>
      <Sources measures={measures} />
      <Section title={t('score.trend')}>
        <Trend points={[...scores].reverse().map((each) => ({ day: formatDay(lastDay(each.endDate), i18n.language), total: each.total ?? null }))} />
      </Section>
      <Section title={t('score.history')}>
        <ul className={styles.plain}>
          {scores.map((each) => (
            <li key={each.id} className={styles.row}>
              <span className={styles.grow}>
                <Period {...each} />
              </span>
              <TierTag tier={each.tier} />
              <span>
                {t('score.rank')} {each.rank ?? '–'} · {t('score.total')} <Quantity value={each.total} decimals={2} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
