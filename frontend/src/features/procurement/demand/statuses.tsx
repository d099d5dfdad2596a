import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const DEMAND_STATUSES = ['open', 'withdrawn', 'dropped'] as const;
export type DemandStatus = (typeof DEMAND_STATUSES)[number];
export const EXCEPTIONS = ['IN_APPROVAL', 'IN_SOURCING', 'ORDERED', 'PARTLY_ORDERED', 'REJECTED', 'CANCELLED', 'DROPPED'] as const;
export type Exception = (typeof EXCEPTIONS)[number];
export const DELIVERY_STATUSES = ['uploaded', 'read', 'validating', 'validated', 'pulling', 'applying', 'applied', 'failed', 'discarded'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

const DELIVERY_TONES: Record<DeliveryStatus, Tone> = {
  uploaded: 'accent',
  read: 'warn',
  validating: 'accent',
  validated: 'warn',
  pulling: 'accent',
  applying: 'accent',
  applied: 'good',
  failed: 'bad',
  discarded: 'idle',
};

/** Where a delivery stands. */
export function DeliveryStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  return <StatusTag tone={DELIVERY_TONES[status as DeliveryStatus]}>{t(`demand.deliveryStatus.${status as DeliveryStatus}`)}</StatusTag>;
}

/** Whether a line follows its demand, or why a person has to decide. */
export function DemandStatusTag({ status, exception }: { status: string; exception: string }) {
  const { t } = useTranslation('procurement');
  if (exception) return <StatusTag tone="warn">{t(`demand.exception.${exception as Exception}`)}</StatusTag>;
  return (
    <StatusTag tone={status === 'open' ? 'good' : 'idle'} hollow={status !== 'open'}>
      {t(`demand.status.${status as DemandStatus}`)}
    </StatusTag>
  );
}
