import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from '@/shared/live/stream';

const toCamel = (text: string): string => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `procurement.purchase_order.issued` is about `purchaseOrder`. */
export const subjectOf = (type: string): string => toCamel(type.split('.').at(-2) ?? '');

/**
 * Tells whether events make an answer stale: the same workspace, and the subject that changed. The trail of
 * changes grows with each of them, and a reset means that some were missed.
 */
export function isStale(queryKey: QueryKey, door: string, events: readonly LiveEvent[]): boolean {
  const [where, subject] = queryKey;
  if (where !== door) return false;
  if (subject === 'audit' || subject === 'overview') return true;
  return events.some((event) => event.type === 'live.reset' || subjectOf(event.type) === subject);
}
