import { useTranslation } from 'react-i18next';
import type { ConsoleContractsQuery } from '@/gql/operator/graphql';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, Money } from '@/shared/ui/Values';
import styles from '../operations.module.css';

type Cohort = ConsoleContractsQuery['cohorts'][number];

const BAR = 80;

/** Each cohort with its renewal in the last month, and how it came there. */
export function Cohorts({ cohorts }: { cohorts: readonly Cohort[] }) {
  const { t } = useTranslation('operations');
  if (cohorts.length === 0) return <p className="soft">{t('cohort.none')}</p>;
  const rate = (value: string) => <StatusTag tone={Number(value) < BAR ? 'bad' : 'good'}>{value}%</StatusTag>;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('cohort.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('cohort.month')}</th>
            <th scope="col">{t('cohort.gross')}</th>
            <th scope="col">{t('cohort.net')}</th>
            <th scope="col" className={styles.end}>{t('cohort.groups')}</th>
            <th scope="col" className={styles.end}>{t('cohort.start')}</th>
            <th scope="col" className={styles.end}>{t('cohort.left')}</th>
            <th scope="col">{t('cohort.course')}</th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => {
            const last = cohort.months.at(-1);
            return (
              <tr key={`${cohort.month}${cohort.currency}`}>
                <th scope="row" className="num">{cohort.month.slice(0, 7)}</th>
                <td>{last ? rate(last.gross) : '–'}</td>
                <td>{last ? rate(last.net) : '–'}</td>
                <td className={styles.end}><Count value={cohort.groups} /></td>
                <td className={styles.end}><Money value={cohort.start} /></td>
                <td className={styles.end}>{last ? <Count value={last.groups} /> : '–'}</td>
                <td className="num soft">{cohort.months.map((month) => `${month.age}: ${month.gross} / ${month.net}`).join(' · ') || '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
