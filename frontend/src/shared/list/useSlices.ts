import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { doorKey } from '@/shared/api/client';
import { useDoor } from '@/shared/api/DoorContext';
import type { ListRequest, Slice, SliceLoader } from './types';

export const PAGE_SIZE = 50;

/** This will read a list slice by slice, each after the cursor of the one before. */
export function useSlices<Row>(subject: string, listId: string, load: SliceLoader<Row>, request: ListRequest, version?: unknown) {
  const door = useDoor();
  const query = useInfiniteQuery({
    queryKey: [doorKey(door), subject, 'list', listId, request, version],
    queryFn: ({ pageParam, signal }) => load({ ...request, first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Slice<Row>) => (last.hasNextPage ? last.endCursor : undefined),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  return { ...query, rows, totalCount: pages?.[0]?.totalCount ?? null };
}
