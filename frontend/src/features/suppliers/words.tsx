import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export const DIMENSIONS = ['quality', 'on_time', 'cost', 'innovation', 'environment'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const TIERS = ['strategic', 'preferred', 'watch'] as const;
export type Tier = (typeof TIERS)[number];
const TIER_TONES: Record<Tier, Tone> = { strategic: 'good', preferred: 'accent', watch: 'warn' };

/** A tier in words, for exports. */
export function useTierWord(): (tier: string) => string {
  const { t } = useTranslation('suppliers');
  return useCallback((tier) => t(tier ? `tier.${tier as Tier}` : 'tier.unrated'), [t]);
}

/** The tier of a rated supplier; who has no data is unrated, never zero. */
export function TierTag({ tier }: { tier: string }) {
  const { t } = useTranslation('suppliers');
  if (!tier) return <StatusTag tone="idle" hollow>{t('tier.unrated')}</StatusTag>;
  return <StatusTag tone={TIER_TONES[tier as Tier]}>{t(`tier.${tier as Tier}`)}</StatusTag>;
}

export const QUALIFICATION_STATUSES = ['in_qualification', 'qualified', 'preferred', 'suspended', 'expired', 'disqualified'] as const;
export type QualificationStatus = (typeof QUALIFICATION_STATUSES)[number];
const QUALIFICATION_TONES: Record<QualificationStatus, Tone> = { in_qualification: 'accent', qualified: 'good', preferred: 'good', suspended: 'warn', expired: 'bad', disqualified: 'bad' };

/** Where a supplier stands in a category and region. */
export function QualificationTag({ status }: { status: string }) {
  const { t } = useTranslation('suppliers');
  const known = status as QualificationStatus;
  return <StatusTag tone={QUALIFICATION_TONES[known]}>{t(`qualificationStatus.${known}`)}</StatusTag>;
}

export const CERTIFICATE_KINDS = ['business_licence', 'iso_9001', 'iso_14001', 'iso_45001', 'iso_13485', 'product', 'insurance', 'other'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export type CertificateStatus = 'submitted' | 'verified' | 'rejected' | 'expired';
const CERTIFICATE_TONES: Record<CertificateStatus, Tone> = { submitted: 'accent', verified: 'good', rejected: 'bad', expired: 'bad' };

export function CertificateTag({ status }: { status: string }) {
  const { t } = useTranslation('suppliers');
  const known = status as CertificateStatus;
  return <StatusTag tone={CERTIFICATE_TONES[known]}>{t(`certificateStatus.${known}`)}</StatusTag>;
}

export type CheckStatus = 'pending' | 'passed' | 'failed' | 'given_up';
const CHECK_TONES: Record<CheckStatus, Tone> = { pending: 'accent', passed: 'good', failed: 'bad', given_up: 'warn' };

export function CheckTag({ status }: { status: string }) {
  const { t } = useTranslation('suppliers');
  const known = status as CheckStatus;
  return <StatusTag tone={CHECK_TONES[known]}>{t(`checkStatus.${known}`)}</StatusTag>;
}

export const APPLICATION_STATUSES = ['submitted', 'returned', 'accepted', 'rejected'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number] | 'draft' | 'withdrawn';
const APPLICATION_TONES: Record<ApplicationStatus, Tone> = { draft: 'idle', submitted: 'accent', returned: 'warn', accepted: 'good', rejected: 'bad', withdrawn: 'idle' };

export function ApplicationTag({ status }: { status: string }) {
  const { t } = useTranslation('suppliers');
  const known = status as ApplicationStatus;
  return <StatusTag tone={APPLICATION_TONES[known]}>{t(`applicationStatus.${known}`)}</StatusTag>;
}

/** How long something still counts, the closer the louder. */
export function DaysLeft({ days }: { days: number | null | undefined }) {
  const { t } = useTranslation('suppliers');
  if (days === null || days === undefined) return <>{t('noEnd')}</>;
  if (days <= 0) return <StatusTag tone="bad">{t('over')}</StatusTag>;
  if (days <= 30) return <StatusTag tone={days <= 7 ? 'bad' : 'warn'}>{t('daysLeft', { count: days })}</StatusTag>;
  return <>{t('daysLeft', { count: days })}</>;
}

/** A region in words. */
export const regionName = (region: string, everywhere: string): string => region || everywhere;

/** A category in the reader's language. */
export const categoryName = (category: { code: string; nameEn: string; nameZh: string } | null | undefined, language: string): string =>
  category ? `${category.code} · ${(language.startsWith('zh') && category.nameZh) || category.nameEn}` : '–';
