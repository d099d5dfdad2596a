import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const FLOW_STATUSES = ['draft', 'checked', 'published', 'retired'] as const;
export type FlowStatus = (typeof FLOW_STATUSES)[number];

const TONES: Record<FlowStatus, Tone> = { draft: 'idle', checked: 'accent', published: 'good', retired: 'idle' };

export function FlowStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('approvals');
  const known = status as FlowStatus;
  return <StatusTag tone={TONES[known]} hollow={known === 'draft' || known === 'retired'}>{t(`flowStatus.${known}`)}</StatusTag>;
}
