import type { Tone } from '@/shared/ui/StatusTag';

const TONES: Record<string, Tone> = { active: 'good', trialing: 'accent', past_due: 'warn', suspended: 'bad', cancelled: 'idle' };

export const contractTone = (status: string): Tone => TONES[status] ?? 'idle';
