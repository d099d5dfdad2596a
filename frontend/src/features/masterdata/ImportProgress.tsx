import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/shared/ui/Page';
import type { SupplierImport } from './ImportPage';

type Working = 'uploaded' | 'validating' | 'applying';

/** How far the running step is. */
export function ImportProgress({ job }: { job: SupplierImport }) {
  const { t } = useTranslation('masterdata');
  const percent = job.total > 0 ? Math.floor((job.progress / job.total) * 100) : 0;
  return (
    <Section title={t(`import.working.${job.status as Working}`)}>
      <Progress percent={percent} aria-label={t(`import.working.${job.status as Working}`)} />
      {job.total > 0 && <p className="soft">{t('import.rowsDone', { done: job.progress, total: job.total })}</p>}
    </Section>
  );
}
