import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled';
import { useTranslation } from 'react-i18next';
import { Day } from '@/shared/ui/Values';
import styles from './operations.module.css';

export interface MilestoneValue {
  code: string;
  reachedAt?: string | null;
}

/** How far a group has come, in the usual order. */
export function Milestones({ milestones }: { milestones: readonly MilestoneValue[] }) {
  const { t } = useTranslation('operations');
  return (
    <ol className={styles.milestones}>
      {milestones.map(({ code, reachedAt }) => (
        <li key={code} className={reachedAt ? styles.reached : 'soft'}>
          <span aria-hidden="true">{reachedAt ? <CheckCircleFilled /> : '○'}</span>
          <span>{t(`milestone.${code as 'first_order'}`)}</span>
          {reachedAt ? <Day value={reachedAt} /> : <span>{t('milestone.later')}</span>}
        </li>
      ))}
    </ol>
  );
}
