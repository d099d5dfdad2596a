import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const HIT_STATUSES = ['open', 'confirmed', 'dismissed'] as const;
export type HitStatus = (typeof HIT_STATUSES)[number];
export type ListSource = 'ofac' | 'un';
export type ListKind = 'individual' | 'entity' | 'vessel' | 'aircraft';

const TONES: Record<HitStatus, Tone> = { open: 'accent', confirmed: 'bad', dismissed: 'idle' };

/** What was decided about a resemblance. */
export function HitStatusTag({ status }: { status: string }) {
  const { t } = useTranslation('masterdata');
  const known = status as HitStatus;
  return <StatusTag tone={TONES[known]} hollow={known === 'dismissed'}>{t(`hitStatus.${known}`)}</StatusTag>;
}

/** Words of both names that were taken for each other, and why. */
export interface Pair {
  supplier: string;
  listed: string;
  likeness: number;
  reason: string;
}

export interface Evidence {
  pairs?: Pair[];
  only_supplier?: string[];
  only_listed?: string[];
  ignored?: string[];
}

export const PAIR_REASONS = { whole: 'whole', joined: 'joined', equal: 'equal', 'same name': 'sameName', consonants: 'consonants', initial: 'initial', spelling: 'spelling', sound: 'sound' } as const;
export type PairReason = keyof typeof PAIR_REASONS;
