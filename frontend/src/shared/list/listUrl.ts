import type { FilterField, Filters, FilterValue, ListRequest, Order, Range } from './types';

/** The state of a list as address, so that it can be shared, bookmarked, and survives going back. */
const PREFIX = 'f.';

export function readOrder(text: string | null): Order | null {
  if (!text) return null;
  return text.startsWith('-') ? { field: text.slice(1), descending: true } : { field: text, descending: false };
}

export const writeOrder = (order: Order | null): string => (order ? `${order.descending ? '-' : ''}${order.field}` : '');

function readValue(field: FilterField, texts: readonly string[]): FilterValue | undefined {
  const [text = ''] = texts;
  switch (field.kind) {
    case 'choice': {
      const known = texts.filter((each) => field.options.some((option) => option.value === each));
      if (known.length === 0) return undefined;
      return field.single ? known[0] : known;
    }
    case 'flag':
      return text === '1' || text === '0' ? text === '1' : undefined;
    case 'text':
      return text === '' ? undefined : text;
    default:
      return readRange(text);
  }
}

function readRange(text: string): Range | undefined {
  const [from = '', to = ''] = text.split('..');
  return from || to ? { from: from || undefined, to: to || undefined } : undefined;
}

function writeValue(value: FilterValue): readonly string[] {
  if (typeof value === 'boolean') return [value ? '1' : '0'];
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value as readonly string[];
  const { from = '', to = '' } = value as Range;
  return from || to ? [`${from}..${to}`] : [];
}

/** Reads an address; what is not a filter of this list is ignored, never sent to the server. */
export function readRequest(params: URLSearchParams, fields: readonly FilterField[], fallback: Order | null): ListRequest {
  const filters: Record<string, FilterValue> = {};
  for (const field of fields) {
    const texts = params.getAll(PREFIX + field.key);
    const value = texts.length > 0 ? readValue(field, texts) : undefined;
    if (value !== undefined) filters[field.key] = value;
  }
  return { search: params.get('q') ?? '', filters, order: readOrder(params.get('sort')) ?? fallback };
}

/** Writes the request over the parameters of the address, leaving those of others alone. */
export function writeRequest(request: ListRequest, before: URLSearchParams, fallback: Order | null): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of before) if (key !== 'q' && key !== 'sort' && !key.startsWith(PREFIX)) params.append(key, value);
  if (request.search) params.set('q', request.search);
  for (const [key, value] of Object.entries(request.filters)) for (const text of writeValue(value)) params.append(PREFIX + key, text);
  const sort = writeOrder(request.order);
  if (sort && sort !== writeOrder(fallback)) params.set('sort', sort);
  return params;
}

export const countFilters = (filters: Filters): number => Object.keys(filters).length;
