import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What people call a type of document. */
export function useDocumentType(): (code: string) => string {
  const { t } = useTranslation('approvals');
  return useCallback((code) => (code === 'procurement.requisition' ? t('documentType.requisition') : code === 'procurement.order' ? t('documentType.order') : code), [t]);
}

interface StepWords {
  nameEn: string;
  nameZh: string;
  number: number;
  of: number;
}

/** A step's name with its place, e.g. "Finance (2/3)". */
export function useStepName(): (step: StepWords) => string {
  const { i18n } = useTranslation('approvals');
  return useCallback((step) => `${i18n.language.startsWith('zh') ? step.nameZh : step.nameEn} (${step.number}/${step.of})`, [i18n.language]);
}
