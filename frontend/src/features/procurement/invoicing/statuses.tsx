import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const INVOICE_STATUSES = ['received', 'matching', 'exception', 'approved', 'scheduled', 'paid', 'rejected'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

const TONES: Record<InvoiceStatus, Tone> = {
  received: 'idle', matching: 'accent', exception: 'bad', approved: 'good', scheduled: 'accent', paid: 'good', rejected: 'idle',
};

/** How far an invoice has got. */
export function InvoiceStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as InvoiceStatus;
  return (
    <StatusTag tone={TONES[known]} hollow={known === 'rejected' || known === 'received'}>
      {t(`billing.statuses.${known}`)}
    </StatusTag>
  );
}

export const RUN_STATUSES = ['proposed', 'released', 'paid', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

const RUN_TONES: Record<RunStatus, Tone> = { proposed: 'warn', released: 'accent', paid: 'good', cancelled: 'idle' };

/** How far a payment run has got. */
export function RunStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as RunStatus;
  return (
    <StatusTag tone={RUN_TONES[known]} hollow={known === 'cancelled'}>
      {t(`billing.pay.statuses.${known}`)}
    </StatusTag>
  );
}
