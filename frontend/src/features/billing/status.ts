import type { Tone } from '@/shared/ui/StatusTag';

export type Status = 'trialing' | 'active' | 'past_due' | 'suspended' | 'cancelled';

const TONES: Readonly<Record<Status, Tone>> = { trialing: 'accent', active: 'good', past_due: 'warn', suspended: 'bad', cancelled: 'idle' };

/** What a state of the subscription means for the reader. */
export const toneOf = (status: string): Tone => TONES[status as Status] ?? 'idle';
