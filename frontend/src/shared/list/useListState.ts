import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readRequest, writeRequest } from './listUrl';
import type { FilterField, ListRequest, Order } from './types';

export interface ListState {
  request: ListRequest;
  change: (part: Partial<ListRequest>) => void;
  /** The address part that a saved view keeps. */
  query: string;
  open: (query: string) => void;
}

export function useListState(fields: readonly FilterField[], fallback: Order | null): ListState {
  const [params, setParams] = useSearchParams();
  const request = useMemo(() => readRequest(params, fields, fallback), [params, fields, fallback]);
  const change = useCallback(
    (part: Partial<ListRequest>) =>
      setParams((before) => writeRequest({ ...readRequest(before, fields, fallback), ...part }, before, fallback), { replace: true }),
    [setParams, fields, fallback],
  );
  const query = useMemo(() => writeRequest(request, new URLSearchParams(), fallback).toString(), [request, fallback]);
  const open = useCallback((text: string) => setParams(new URLSearchParams(text)), [setParams]);
  return { request, change, query, open };
}
