import type { TFunction } from 'i18next';

const KNOWN = ['base', 'procurement', 'full'] as const;

/** The name of a plan in the reader's language; a plan that is not on the price list is told by its code. */
export function planName(t: TFunction<'operations'>, code: string): string {
  const known = KNOWN.find((each) => each === code);
  return known ? t(`group.plans.${known}`) : code;
}
