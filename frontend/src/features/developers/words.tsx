import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type HookState = 'active' | 'paused' | 'disabled';
export const DELIVERY_STATES = ['waiting', 'held', 'delivered', 'failed'] as const;

const HOOK_TONES: Record<string, Tone> = { active: 'good', paused: 'idle', disabled: 'bad' };
const DELIVERY_TONES: Record<string, Tone> = { waiting: 'accent', held: 'idle', delivered: 'good', failed: 'bad' };

export function HookStatus({ status }: { status: string }) {
  const { t } = useTranslation('developers');
  return (
    <StatusTag tone={HOOK_TONES[status] ?? 'idle'} hollow={status === 'paused'}>
      {t(`hook.status.${status as HookState}`)}
    </StatusTag>
  );
}

export function DeliveryStatus({ status }: { status: string }) {
  const { t } = useTranslation('developers');
  return (
    <StatusTag tone={DELIVERY_TONES[status] ?? 'idle'} hollow={status === 'held'}>
      {t(`delivery.status.${status as (typeof DELIVERY_STATES)[number]}`)}
    </StatusTag>
  );
}
