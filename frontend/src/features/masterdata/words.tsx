import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const SUPPLIER_STATUSES = ['prospect', 'invited', 'registered', 'in_qualification', 'qualified', 'preferred', 'suspended', 'disqualified', 'archived'] as const;
export type SupplierStatus = (typeof SUPPLIER_STATUSES)[number];

const SUPPLIER_TONES: Partial<Record<SupplierStatus, Tone>> = { registered: 'accent', in_qualification: 'accent', qualified: 'good', preferred: 'good', suspended: 'warn', disqualified: 'bad' };

/** Where a supplier stands; a blacklisted one says so first. */
export function SupplierStatusTag({ status, sanctioned }: { status: string; sanctioned: boolean }) {
  const { t } = useTranslation('masterdata');
  const known = status as SupplierStatus;
  if (sanctioned) return <StatusTag tone="bad">{t('sanction.blacklisted')}</StatusTag>;
  return <StatusTag tone={SUPPLIER_TONES[known] ?? 'idle'} hollow={known === 'archived'}>{t(`supplierStatus.${known}`)}</StatusTag>;
}

export const SANCTION_STATUSES = ['proposed', 'scheduled', 'in_force_provisional', 'in_force', 'expired', 'lifted', 'withdrawn'] as const;
export type SanctionStatus = (typeof SANCTION_STATUSES)[number];

const SANCTION_TONES: Record<SanctionStatus, Tone> = {
  proposed: 'accent', scheduled: 'accent', in_force_provisional: 'bad', in_force: 'bad', expired: 'idle', lifted: 'idle', withdrawn: 'idle',
};

export function SanctionStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('masterdata');
  const known = status as SanctionStatus;
  return <StatusTag tone={SANCTION_TONES[known]} hollow={known === 'lifted' || known === 'withdrawn' || known === 'expired'}>{t(`sanctionStatus.${known}`)}</StatusTag>;
}

export const ACTIONS = ['invite', 'award', 'issue', 'call_off', 'pay'] as const;
export type SanctionedAction = (typeof ACTIONS)[number];
export const POLICIES = ['block_new', 'hold_open', 'cancel_open'] as const;
export type OpenDocumentPolicy = (typeof POLICIES)[number];

/** The forbidden actions in words. */
export function ActionWords({ actions }: { actions: readonly string[] }) {
  const { t } = useTranslation('masterdata');
  if (actions.length === ACTIONS.length) return <>{t('sanction.allActions')}</>;
  return <>{actions.map((action) => t(`sanctionedAction.${action as SanctionedAction}`)).join(', ')}</>;
}
