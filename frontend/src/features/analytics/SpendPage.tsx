import { Button, Segmented, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { SpendDocument as GroupSpend, type SpendQuery } from '@/gql/group/graphql';
import { SpendDocument as UnitSpend } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiQuery } from '@/shared/api/hooks';
import { useForDoor } from '@/shared/api/forDoor';
import { decimal, download } from '@/shared/list/exportRows';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { DateTime, Money } from '@/shared/ui/Values';
import { SpendRows, useRowName } from './SpendRows';
import { DIMENSIONS, PERIODS, useQuestion, type Dimension } from './question';
import styles from './spend.module.css';

export type Spend = SpendQuery['spend'];

/** What placed orders bind, by unit, supplier, category or month; a click looks closer. */
export function SpendPage() {
  const { t, i18n } = useTranslation('analytics');
  const { question, set, narrow, widen } = useQuestion();
  const inGroup = useDoor().kind === 'group';
  const today = dayjs();
  const since = question.months === 0 ? '2000-01-01' : today.subtract(question.months - 1, 'month').format('YYYY-MM-DD');
  const { data, isPending, isError, error, refetch } = useApiQuery(
    useForDoor(GroupSpend, UnitSpend),
    { by: question.by.toUpperCase() as Uppercase<Dimension>, since, until: today.format('YYYY-MM-DD'), ...question.ids },
    { subject: 'spend', keepPrevious: true },
  );
  const dimensions = DIMENSIONS.filter((each) => inGroup || each !== 'unit');
  return (
    <Page title={t('title')} intro={t('intro')} actions={data && <ExportSpend spend={data.spend} by={question.by} />}>
      <div className={styles.choices}>
        <Segmented aria-label={t('by')} value={question.by} options={dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))} onChange={(value) => set('by', value)} />
        <Select aria-label={t('period')} value={question.months} options={PERIODS.map((value) => ({ value, label: value === 0 ? t('everything') : t('lastMonths', { count: value }) }))} onChange={(value) => set('months', String(value))} />
        {question.narrowed.map(({ dimension, name }) => (
          <Tag key={dimension} closable onClose={() => widen(dimension)}>
            {t(`dimension.${dimension}`)}: {name}
          </Tag>
        ))}
      </div>
      {isPending ? (
        <Loading />
      ) : isError ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data.spend.lines === 0 ? (
        <State title={t('none')} hint={t('noneHint')} action={question.months !== 0 && <Button onClick={() => set('months', '0')}>{t('showEverything')}</Button>} />
      ) : (
        <>
          <Totals spend={data.spend} />
          <Section title={t(`dimension.${question.by}`)}>
            <SpendRows spend={data.spend} by={question.by} onNarrow={question.by === 'month' ? undefined : (id, name) => narrow(question.by, id, name, dimensions)} />
          </Section>
          <p className="soft">
            {t('asOf')} <DateTime value={data.spend.refreshedAt} /> · {t('lines', { count: data.spend.lines, formatted: new Intl.NumberFormat(i18n.language).format(data.spend.lines) })}
          </p>
        </>
      )}
    </Page>
  );
}

function Totals({ spend }: { spend: Spend }) {
  const { t } = useTranslation('analytics');
  const missing = spend.currencies.filter(({ converted }) => !converted);
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t('total')}</dt>
        <dd>
          <Money value={spend.total} />
        </dd>
      </div>
      {spend.currencies.length > 1 &&
        spend.currencies.map((each) => (
          <div key={each.spend.currency}>
            <dt>{t('in', { currency: each.spend.currency })}</dt>
            <dd className={styles.part}>
              <Money value={each.spend} />
            </dd>
          </div>
        ))}
      {missing.length > 0 && <p className={styles.missing}>{t('noRate', { currencies: missing.map(({ spend: { currency } }) => currency).join(', ') })}</p>}
    </dl>
  );
}

function ExportSpend({ spend, by }: { spend: Spend; by: Dimension }) {
  const { t } = useTranslation('analytics');
  const nameOf = useRowName(by);
  async function run() {
    const { toXlsx } = await import('@/shared/list/xlsx');
    const head = [t(`dimension.${by}`), t('code'), t('spend'), t('currency'), t('orderLines')];
    const rows = spend.rows.map((row) => [nameOf(row), row.code, decimal(row.spend.amount), row.spend.currency, row.lines]);
    download(toXlsx({ head, rows }, t('title')), `${t('title')} ${dayjs().format('YYYY-MM-DD')}.xlsx`);
  }
  return <Button onClick={() => void run()}>{t('export')}</Button>;
}
