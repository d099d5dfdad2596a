import type { ListColumn, ListRequest, SliceLoader } from './types';

/** A decimal as the server wrote it: a number for a spreadsheet, without a detour over floating point. */
export interface Decimal {
  decimal: string;
}

export type Cell = string | number | Decimal | null;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that is a number becomes a number of the sheet; any other stays as it is. */
export const decimal = (text: string | number | null | undefined): Cell => (typeof text === 'string' && NUMBER.test(text) ? { decimal: text } : (text ?? null));

export interface Sheet {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const EXPORT_SLICE = 100;

/** This will read the whole list, slice by slice, and tell after each how many rows have come. */
export async function collectSheet<Row>(
  columns: readonly ListColumn<Row>[],
  load: SliceLoader<Row>,
  request: ListRequest,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<Sheet> {
  const exported = columns.filter((column) => column.value);
  const rows: Cell[][] = [];
  let after: string | null = null;
  for (;;) {
    const slice = await load({ ...request, first: EXPORT_SLICE, after }, signal);
    for (const row of slice.rows) rows.push(exported.map((column) => (column.numeric ? decimal(column.value?.(row)) : (column.value?.(row) ?? null))));
    onProgress(rows.length);
    if (!slice.hasNextPage || slice.endCursor === null || slice.endCursor === after) break;
    after = slice.endCursor;
  }
  return { head: exported.map((column) => column.title), rows };
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it; plain numbers keep their sign.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : harmless(typeof cell === 'object' ? cell.decimal : String(cell));
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma separated, UTF-8 with a mark so that spreadsheets read Chinese, lines ended as RFC 4180 says. */
export function toCsv({ head, rows }: Sheet): Blob {
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(','));
  return new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' });
}

export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
