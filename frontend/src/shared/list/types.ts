import type { ReactNode } from 'react';

export interface ListColumn<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** What an export writes; a column without it is left out of exports. */
  value?: (row: Row) => string | number | null | undefined;
  /** The server's name of the order; a column without it cannot be sorted. */
  order?: string;
  /** Numbers and money stand at the end, so that their digits align. */
  numeric?: boolean;
  /** Offered in the column chooser, not shown at first. */
  hidden?: boolean;
  /** Names the row: always shown, links to it, and heads its card on a phone. */
  primary?: boolean;
}

export interface Choice {
  value: string;
  label: string;
}

export type FilterField =
  | { kind: 'choice'; key: string; title: string; options: readonly Choice[]; single?: boolean }
  /** `instants`: the column holds instants, so a day means its 24 hours where the reader is. */
  | { kind: 'days'; key: string; title: string; instants?: boolean }
  | { kind: 'numbers'; key: string; title: string }
  | { kind: 'text'; key: string; title: string }
  | { kind: 'flag'; key: string; title: string };

export interface Range {
  from?: string;
  to?: string;
}

/** What a person chose in one filter, in the form its kind says. */
export type FilterValue = string | readonly string[] | Range | boolean;
export type Filters = Readonly<Record<string, FilterValue>>;

export interface Order {
  field: string;
  descending: boolean;
}

export interface ListRequest {
  search: string;
  filters: Filters;
  order: Order | null;
}

export interface SliceRequest extends ListRequest {
  first: number;
  after: string | null;
}

export interface Slice<Row> {
  rows: readonly Row[];
  endCursor: string | null;
  hasNextPage: boolean;
  totalCount?: number | null;
}

/** Reads one slice of a list; the same function serves the screen and the export. */
export type SliceLoader<Row> = (request: SliceRequest, signal?: AbortSignal) => Promise<Slice<Row>>;
