import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { formatDecimal } from '@/shared/ui/format';
import styles from './operations.module.css';

const PROMISED = 99.9;

export interface UnitMonth {
  unitId: string;
  unitName: string;
  month: string;
  percent?: string | null;
  failedMinutes: number;
  excludedMinutes: number;
  budgetMinutes: string;
  budgetLeft: string;
  closed: boolean;
}

/** Availability by unit and month, with what is left of the error budget. */
export function AvailabilityTable({ months }: { months: readonly UnitMonth[] }) {
  const { t, i18n } = useTranslation('operations');
  const decimal = (value: string) => formatDecimal(value, i18n.language, 3);
  if (months.length === 0) return <p className="soft">{t('availability.none')}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('availability.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('availability.unit')}</th>
            <th scope="col">{t('availability.month')}</th>
            <th scope="col" className={styles.end}>{t('availability.percent')}</th>
            <th scope="col" className={styles.end}>{t('availability.failed')}</th>
            <th scope="col" className={styles.end}>{t('availability.excluded')}</th>
            <th scope="col" className={styles.end}>{t('availability.left')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((each) => (
            <tr key={`${each.unitId}${each.month}`}>
              <th scope="row">{each.unitName}</th>
              <td className="num">
                {each.month.slice(0, 7)} {!each.closed && <span className="soft">{t('availability.running')}</span>}
              </td>
              <td className={styles.end}>{each.percent ? <StatusTag tone={Number(each.percent) < PROMISED ? 'bad' : 'good'}>{decimal(each.percent)}%</StatusTag> : '–'}</td>
              <td className={`num ${styles.end}`}>{each.failedMinutes}</td>
              <td className={`num ${styles.end}`}>{each.excludedMinutes}</td>
              <td className={`num ${styles.end}`}>{t('availability.of', { left: decimal(each.budgetLeft), all: decimal(each.budgetMinutes) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
