import type { i18n } from 'i18next';
import type { GroupAuditEntriesQuery } from '@/gql/group/graphql';
import type { UnitAuditEntriesQuery } from '@/gql/unit/graphql';
import { daysInWords, formatDay, formatInstant } from '@/shared/ui/format';

/** One entry of either trail: both have the same shape. */
export type AuditEntry =
  | GroupAuditEntriesQuery['auditEntries']['edges'][number]['node']
  | UnitAuditEntriesQuery['auditEntries']['edges'][number]['node'];

/** What was done, in the reader's language. */
export const actionName = (entry: Pick<AuditEntry, 'actionEn' | 'actionZh'>, chinese: boolean): string => (chinese ? entry.actionZh : entry.actionEn);

/** Who did it, in the reader's language where it was the platform itself. */
export const actorName = (entry: Pick<AuditEntry, 'actorEn' | 'actorZh'>, chinese: boolean): string => (chinese ? entry.actorZh : entry.actorEn);

/** What was changed by its name, or its kind where it has none; days in a name are told in the reader's language. */
export const subjectName = (words: i18n, entry: Pick<AuditEntry, 'subjectLabel' | 'subjectTypeEn' | 'subjectTypeZh'>): string =>
  daysInWords(entry.subjectLabel, words.language) || kindName(entry, words.language.startsWith('zh'));

/** The kind of thing that was changed, in the reader's language. */
export const kindName = (entry: Pick<AuditEntry, 'subjectTypeEn' | 'subjectTypeZh'>, chinese: boolean): string => (chinese ? entry.subjectTypeZh : entry.subjectTypeEn);

export interface FieldChange {
  /** The name the trail keeps, which an auditor may look for in an export of the database. */
  field: string;
  old: unknown;
  new: unknown;
}

/** The fields an entry tells about, old beside new, in alphabetical order. */
export function changesOf(before: unknown, after: unknown): readonly FieldChange[] {
  const old = (before ?? {}) as Record<string, unknown>;
  const now = (after ?? {}) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return fields.map((field) => ({ field, old: old[field], new: now[field] }));
}

/** A field in words: those we know in the reader's language, any other spelt out. */
export function fieldName(words: i18n, field: string): string {
  const key = `runtime:fields.${field}`;
  if (words.exists(key)) return words.t(key as 'runtime:fields.name');
  const plain = field.replace(/_g?ids?$/, '').replace(/_/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const IDENTIFIER = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{40,})$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** One value for reading; empty where there is none. */
export function valueWords(words: i18n, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return words.t(value ? 'runtime:values.yes' : 'runtime:values.no');
  if (Array.isArray(value)) return value.every((each) => typeof each !== 'object') ? value.map((each) => valueWords(words, each)).join(words.t('runtime:values.and')) : words.t('runtime:values.many', { count: value.length });
  if (typeof value === 'object') return Object.entries(value).map(([field, each]) => `${fieldName(words, field)} ${valueWords(words, each)}`).join(words.t('runtime:values.and'));
  const text = String(value as string | number);
  if (INSTANT.test(text)) return formatInstant(text, words.language);
  if (DAY.test(text)) return formatDay(text, words.language);
  const key = /^[a-z_]+$/.test(text) && [`runtime:values.${text}`, `common:role.${text}`].find((each) => words.exists(each));
  return key ? words.t(key as 'runtime:values.active') : text;
}

export const isIdentifier = (value: unknown): boolean => typeof value === 'string' && IDENTIFIER.test(value);

/** All changes in one line, for a cell and for an export; identifiers say nothing there and are left to the entry itself. */
export function summary(words: i18n, entry: Pick<AuditEntry, 'old' | 'new'>): string {
  return changesOf(entry.old, entry.new)
    .filter((change) => !isIdentifier(change.new ?? change.old))
    .map((change) => told(words, change))
    .filter(Boolean)
    .join(words.t('runtime:values.next'));
}

function told(words: i18n, { field, ...values }: FieldChange): string {
  const old = valueWords(words, values.old);
  const now = valueWords(words, values.new);
  if (!old && !now) return '';
  const change = old && old === now ? words.t('runtime:values.changed') : old ? `${old} → ${now || '∅'}` : now;
  return words.t('runtime:values.told', { name: fieldName(words, field), change });
}
