import { useTranslation } from 'react-i18next';
import { AdmissionFiguresDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';

const MINUTE = 60;
const minutes = (seconds: number): string => String(Math.round((seconds / MINUTE) * 10) / 10);

/** How much of people's time an application takes, from what was decided, against what it took by hand. */
export function Admission() {
  const { t } = useTranslation('suppliers');
  const { data } = useApiQuery(AdmissionFiguresDocument, {}, { subject: 'application' });
  const figures = data?.admissionFigures;
  if (!figures || figures.decided === 0) return null;
  const { medianSeconds, baselineSeconds, baselineSample, reductionPercent, decided, byRule } = figures;
  return (
    <>
      {t('admission.decided', { decided, byRule })} {typeof medianSeconds === 'number' && t('admission.median', { minutes: minutes(medianSeconds) })}{' '}
      {baselineSeconds ? t('admission.baseline', { minutes: minutes(baselineSeconds), sample: baselineSample, percent: reductionPercent }) : t('admission.noBaseline')}
    </>
  );
}
