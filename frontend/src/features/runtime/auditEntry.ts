import type { GroupAuditEntriesQuery } from '@/gql/group/graphql';
import type { UnitAuditEntriesQuery } from '@/gql/unit/graphql';

/** One entry of either trail: both have the same shape. */
export type AuditEntry =
  | GroupAuditEntriesQuery['auditEntries']['edges'][number]['node']
  | UnitAuditEntriesQuery['auditEntries']['edges'][number]['node'];

/** What was done, in the reader's language. */
export const actionName = (entry: Pick<AuditEntry, 'actionEn' | 'actionZh'>, chinese: boolean): string => (chinese ? entry.actionZh : entry.actionEn);

/** Who did it, in the reader's language where it was the platform itself. */
export const actorName = (entry: Pick<AuditEntry, 'actorEn' | 'actorZh'>, chinese: boolean): string => (chinese ? entry.actorZh : entry.actorEn);

/** The kind of thing that was changed, in the reader's language. */
export const kindName = (entry: Pick<AuditEntry, 'subjectTypeEn' | 'subjectTypeZh'>, chinese: boolean): string => (chinese ? entry.subjectTypeZh : entry.subjectTypeEn);

export interface FieldChange {
  field: string;
  old: string;
  new: string;
}

function show(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The fields an entry tells about, old beside new, in alphabetical order. */
export function changesOf(before: unknown, after: unknown): readonly FieldChange[] {
  const old = (before ?? {}) as Record<string, unknown>;
  const now = (after ?? {}) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return fields.map((field) => ({ field, old: show(old[field]), new: show(now[field]) }));
}

/** All changes in one line, for a cell and for an export. */
export const summary = (entry: AuditEntry): string =>
  changesOf(entry.old, entry.new)
    .map((change) => (change.old ? `${change.field}: ${change.old} → ${change.new || '∅'}` : `${change.field}: ${change.new}`))
    .join('; ');
