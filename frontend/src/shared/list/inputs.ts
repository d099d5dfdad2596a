import type { FilterField, Filters, Order, Range } from './types';

/** Conditions on one column, as both APIs take them. */
type Conditions = Record<string, unknown>;

/** `{field: 'CREATED_AT', descending: true}` → `CREATED_AT_DESC`; the caller names the enum. */
export const orderBy = <OrderEnum extends string>(order: Order | null): OrderEnum | undefined =>
  order ? (`${order.field}_${order.descending ? 'DESC' : 'ASC'}` as OrderEnum) : undefined;

/** Midnight at the beginning of a day where the reader is, as an instant. */
const startOf = (day: string, offsetDays: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + offsetDays).toISOString();
};

function rangeConditions(range: Range, instants: boolean): Conditions {
  if (!instants) return { ...(range.from && { gte: range.from }), ...(range.to && { lte: range.to }) };
  // Both days are meant whole: up to the midnight after the last one.
  return { ...(range.from && { gte: startOf(range.from, 0) }), ...(range.to && { lt: startOf(range.to, 1) }) };
}

/** This will turn chosen filters into the typed filter input of a list; undefined when nothing is chosen. */
export function filterInput<Input>(fields: readonly FilterField[], filters: Filters): Input | undefined {
  const input: Record<string, Conditions> = {};
  for (const field of fields) {
    const value = filters[field.key];
    if (value === undefined) continue;
    if (Array.isArray(value)) input[field.key] = { in: value };
    else if (typeof value === 'object') input[field.key] = rangeConditions(value as Range, field.kind === 'days' && field.instants === true);
    else input[field.key] = field.kind === 'text' ? { contains: value } : { eq: value };
  }
  return Object.keys(input).length > 0 ? (input as Input) : undefined;
}
