import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from '@/shared/live/stream';

const RESET = 'live.reset';

/** What shows something of another subject, and so becomes stale with it. */
const SHOWN_WITH: Readonly<Record<string, readonly string[]>> = {
  customRole: ['role', 'viewer'],
  group: ['viewer'],
  invoice: ['order'],
  member: ['viewer'],
  module: ['viewer'],
  order: ['inbox'],
  orderChange: ['order', 'inbox'],
  payment: ['payment', 'invoice', 'order'],
  receipt: ['order', 'invoice'],
  return: ['receipt', 'order'],
  orderConfirmation: ['order', 'inbox'],
  run: ['task', 'requisition', 'order', 'invoice'],
  sanction: ['supplier'],
  supplierImport: ['supplier'],
  certificate: ['supplier'],
  providerCheck: ['supplier'],
  qualification: ['supplier', 'supplierQualification'],
  period: ['score'],
  supplierAlert: ['supplier'],
  shipNotice: ['order', 'inbox'],
  subscription: ['invoice'],
  task: ['run'],
  unit: ['viewer'],
};

/** Belongs to the person, whatever workspace is open. */
const PERSONAL = new Set(['viewer', 'inbox']);

/** Counts of everything, and the trail that grows with every change. */
const OF_EVERYTHING = new Set(['audit', 'overview']);

const toCamel = (text: string): string => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `procurement.purchase_order.issued` is about `purchaseOrder`. */
export const subjectOf = (type: string): string => toCamel(type.split('.').at(-2) ?? '');

/** Tells whether a live event makes an answer stale; after missed events (a reset) every answer is. */
export function isStale(queryKey: QueryKey, door: string, events: readonly LiveEvent[]): boolean {
  if (events.some(({ type }) => type === RESET)) return true;
  const [where, subject] = queryKey as [string, string];
  if (where !== door && !PERSONAL.has(subject)) return false;
  return events.some(({ type }) => OF_EVERYTHING.has(subject) || concerns(subjectOf(type), subject));
}

const concerns = (changed: string, shown: string): boolean => changed === shown || (SHOWN_WITH[changed]?.includes(shown) ?? false);
