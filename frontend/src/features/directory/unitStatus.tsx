import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const UNIT_STATUSES = ['requested', 'provisioning', 'active', 'suspended', 'closing', 'closed', 'purged'] as const;

const TONES: Record<string, Tone> = { requested: 'accent', provisioning: 'accent', active: 'good', suspended: 'warn', closing: 'warn' };
const HOLLOW = new Set(['requested', 'closed', 'purged']);

export function useUnitStatusName(): (status: string) => string {
  const { t } = useTranslation('directory');
  return (status) => t(`unit.status.${status}` as 'unit.status.active', { defaultValue: status });
}

export function UnitStatus({ status }: { status: string }) {
  const name = useUnitStatusName();
  return (
    <StatusTag tone={TONES[status] ?? 'idle'} hollow={HOLLOW.has(status)}>
      {name(status)}
    </StatusTag>
  );
}
