import { execute, type Door, type Operation } from '@/shared/api/client';
import type { Slice, SliceLoader, SliceRequest } from './types';

/** The form in which both APIs answer lists. */
export interface Connection<Row> {
  edges: readonly { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

export function toSlice<Row>({ edges, pageInfo, totalCount }: Connection<Row>): Slice<Row> {
  return { rows: edges.map((edge) => edge.node), endCursor: pageInfo.endCursor ?? null, hasNextPage: pageInfo.hasNextPage, totalCount };
}

/** This will make the slice loader of one list operation. */
export function connectionLoader<Result, Variables, Row>(
  door: Door,
  operation: Operation<Result, Variables>,
  variables: (request: SliceRequest) => Variables,
  connection: (result: Result) => Connection<Row> | null | undefined,
): SliceLoader<Row> {
  return async (request, signal) => {
    const found = connection(await execute(door, operation, variables(request), signal));
    return found ? toSlice(found) : { rows: [], endCursor: null, hasNextPage: false, totalCount: 0 };
  };
}
