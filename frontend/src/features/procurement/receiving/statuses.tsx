import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const RECEIPT_STATUSES = ['draft', 'inspecting', 'posted', 'reversed', 'cancelled'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];
export const REJECT_REASONS = ['damaged', 'wrong_item', 'quality', 'expired', 'documents', 'excess', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

const TONES: Record<ReceiptStatus, Tone> = { draft: 'idle', inspecting: 'warn', posted: 'good', reversed: 'bad', cancelled: 'idle' };

/** How far goods that came in have got. */
export function ReceiptStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as ReceiptStatus;
  return (
    <StatusTag tone={TONES[known]} hollow={known === 'draft' || known === 'cancelled'}>
      {t(`incoming.receiptStatus.${known}`)}
    </StatusTag>
  );
}

type ReturnStatus = 'expected' | 'credited' | 'waived';
const RETURN_TONES: Record<ReturnStatus, Tone> = { expected: 'warn', credited: 'good', waived: 'idle' };

/** Whether the supplier's credit for returned goods has come. */
export function ReturnStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as ReturnStatus;
  return <StatusTag tone={RETURN_TONES[known]}>{t(`incoming.returnStatus.${known}`)}</StatusTag>;
}
