import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovalPeopleDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';

/** What passes approval flows: a type of document is `procurement.<kind>`. */
export const DOCUMENT_KINDS = ['requisition', 'order', 'order_change', 'invoice'] as const;

/** What people call a type of document. */
export function useDocumentType(): (code: string) => string {
  const { t } = useTranslation('approvals');
  return useCallback(
    (code) => {
      const kind = DOCUMENT_KINDS.find((known) => code === `procurement.${known}`);
      return kind ? t(`documentType.${kind}`) : code;
    },
    [t],
  );
}

/** The types of documents that flows can be made for, as choices. */
export function useTypeChoices(): readonly { value: string; label: string }[] {
  const { i18n } = useTranslation('approvals');
  const { data } = useApiQuery(ApprovalPeopleDocument, {}, { subject: 'member' });
  const types = data?.flowVocabulary.documentTypes;
  const chinese = i18n.language.startsWith('zh');
  return useMemo(() => (types ?? []).map(({ code, nameEn, nameZh }) => ({ value: code, label: chinese ? nameZh : nameEn })), [types, chinese]);
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
