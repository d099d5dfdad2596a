import type { Tone } from '@/shared/ui/StatusTag';

export type DelegationState = 'upcoming' | 'active' | 'ended' | 'over';

interface Period {
  startsAt: string;
  endsAt: string;
  endedAt?: string | null;
}

/** Where a delegation stands now: to come, in force, ended early, or over by itself. */
export function delegationState({ startsAt, endsAt, endedAt }: Period, now: Date): DelegationState {
  if (endedAt) return 'ended';
  if (new Date(endsAt) <= now) return 'over';
  return new Date(startsAt) > now ? 'upcoming' : 'active';
}

export const DELEGATION_TONES: Record<DelegationState, Tone> = { upcoming: 'accent', active: 'good', ended: 'idle', over: 'idle' };
