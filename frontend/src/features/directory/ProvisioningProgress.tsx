import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/shared/ui/Page';
import type { Job } from './useUnit';
import styles from './directory.module.css';

const STEPS = ['reserve', 'role', 'schema', 'template', 'grants', 'defaults', 'first_admin', 'activate'] as const;

/** How far the making of a unit is, step by step. */
export function ProvisioningProgress({ job }: { job: Job }) {
  const { t } = useTranslation('directory');
  const failed = job.status === 'failed';
  const percent = job.total > 0 ? Math.round((job.done / job.total) * 100) : 0;
  return (
    <Section title={failed ? t('job.failed') : t('job.title')} intro={failed ? t('job.failedHint') : t('job.intro')}>
      {failed && job.error && <Alert type="error" showIcon title={job.error} style={{ marginBottom: 12 }} />}
      <Progress percent={percent} status={failed ? 'exception' : 'active'} aria-label={t('job.title')} />
      <ol className={styles.steps} aria-live="polite">
        {STEPS.map((step, index) => {
          const state = index < job.done ? 'done' : index === job.done && !failed ? 'now' : 'later';
          return (
            <li key={step} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
              {t(`job.step.${step}`)}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
