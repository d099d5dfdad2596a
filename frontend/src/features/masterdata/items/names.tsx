import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';

interface Named {
  nameEn: string;
  nameZh: string;
}

/** The name in the reader's language, in the other one where that is missing. */
export const nameIn = (language: string, { nameEn, nameZh }: Named): string => (language === 'zh-CN' ? nameZh || nameEn : nameEn || nameZh);

export const RECORD_STATUSES = ['active', 'archived'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** Whether an item or category is in use. */
export function RecordStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('masterdata');
  const archived = status === 'archived';
  return (
    <StatusTag tone={archived ? 'idle' : 'good'} hollow={archived}>
      {t(`recordStatus.${status as RecordStatus}`)}
    </StatusTag>
  );
}
