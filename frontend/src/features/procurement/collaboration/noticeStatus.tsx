import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const NOTICE_STATUSES = ['draft', 'sent', 'in_transit', 'arrived', 'receiving', 'completed', 'exception', 'cancelled'] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

const TONES: Record<NoticeStatus, Tone> = {
  draft: 'idle', sent: 'accent', in_transit: 'accent', arrived: 'warn', receiving: 'warn', completed: 'good', exception: 'bad', cancelled: 'idle',
};

/** How far a delivery has come. */
export function NoticeStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as NoticeStatus;
  return (
    <StatusTag tone={TONES[known]} hollow={known === 'draft' || known === 'cancelled'}>
      {t(`deal.noticeStatus.${known}`)}
    </StatusTag>
  );
}
