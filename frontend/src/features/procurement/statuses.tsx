import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

interface Look {
  tone: Tone;
  hollow?: boolean;
}

const REQUISITION = {
  draft: { tone: 'idle', hollow: true },
  submitted: { tone: 'accent' },
  in_approval: { tone: 'accent' },
  returned: { tone: 'warn' },
  approved: { tone: 'good' },
  sourcing: { tone: 'accent' },
  ordered: { tone: 'good' },
  closed: { tone: 'idle' },
  rejected: { tone: 'bad' },
  cancelled: { tone: 'idle', hollow: true },
} as const satisfies Record<string, Look>;

const ORDER = {
  draft: { tone: 'idle', hollow: true },
  in_approval: { tone: 'accent' },
  approved: { tone: 'warn' },
  issued: { tone: 'good' },
  closed: { tone: 'idle' },
  short_closed: { tone: 'idle' },
  cancelled: { tone: 'idle', hollow: true },
} as const satisfies Record<string, Look>;

export type RequisitionStatus = keyof typeof REQUISITION;
export type OrderStatus = keyof typeof ORDER;
export const REQUISITION_STATUSES = Object.keys(REQUISITION) as readonly RequisitionStatus[];
export const ORDER_STATUSES = Object.keys(ORDER) as readonly OrderStatus[];
/** The states a supplier's contact can meet: what is not placed yet is the unit's own affair. */
export const PLACED_STATUSES = ['issued', 'closed', 'short_closed', 'cancelled'] as const satisfies readonly OrderStatus[];

export function RequisitionStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as RequisitionStatus;
  return <StatusTag {...REQUISITION[known]}>{t(`requisitionStatus.${known}`)}</StatusTag>;
}

export function OrderStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('procurement');
  const known = status as OrderStatus;
  return <StatusTag {...ORDER[known]}>{t(`orderStatus.${known}`)}</StatusTag>;
}

const AXIS: Record<string, Look> = {
  none: { tone: 'idle', hollow: true },
  acknowledged: { tone: 'accent' },
  accepted: { tone: 'good' },
  conditional: { tone: 'warn' },
  rejected: { tone: 'bad' },
  partial: { tone: 'accent' },
  full: { tone: 'good' },
  exception: { tone: 'bad' },
};

export type AxisState = 'none' | 'acknowledged' | 'accepted' | 'conditional' | 'rejected' | 'partial' | 'full' | 'exception';

/** One of an order's independent axes: confirmation, receipt, invoice, payment. */
export function AxisTag({ state }: { state: string }) {
  const { t } = useTranslation('procurement');
  const known = state as AxisState;
  return <StatusTag {...(AXIS[known] ?? { tone: 'idle' })}>{t(`axisState.${known}`)}</StatusTag>;
}

export function HoldTags({ buyer = false, sanction = false }: { buyer?: boolean; sanction?: boolean }) {
  const { t } = useTranslation('procurement');
  return (
    <>
      {sanction && <StatusTag tone="bad">{t('hold.sanction')}</StatusTag>}
      {buyer && <StatusTag tone="warn">{t('hold.buyer')}</StatusTag>}
    </>
  );
}
