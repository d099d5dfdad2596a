import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { doorKey, execute, type Door, type Operation } from './client';
import { useDoor } from './DoorContext';
import { RefusedError, type Refusal } from './errors';
import { useProof } from '@/shared/session/Proof';

interface QueryOptions<Result> {
  /** Words that live events and changes use to say what became stale, e.g. `unit`, `requisition`. */
  subject: string;
  enabled?: boolean;
  door?: Door;
  keepPrevious?: boolean;
  /** How often to ask again, in milliseconds, by what was answered last. */
  refetchInterval?: (data: Result | undefined) => number | false;
  /** How long an answer needs no second look, in milliseconds; live events make it stale before. */
  fresh?: number;
}

/** This will read through the current door; the tenant is part of the key. */
export function useApiQuery<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { subject, enabled = true, door: given, keepPrevious, refetchInterval, fresh }: QueryOptions<Result>,
): UseQueryResult<Result> {
  const current = useDoor();
  const door = given ?? current;
  return useQuery({
    queryKey: [doorKey(door), subject, operation.toString(), variables],
    queryFn: ({ signal }) => execute(door, operation, variables, signal),
    enabled,
    refetchInterval: (query) => refetchInterval?.(query.state.data) ?? false,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
    ...(fresh === undefined ? {} : { staleTime: fresh }),
  });
}

export interface Payload {
  errors?: readonly Refusal[] | null;
}

interface MutationOptions<Result> {
  /** The payload inside the answer; its refusals become a RefusedError. */
  payload: (result: Result) => Payload | null | undefined;
  /** Subjects whose lists and details are stale afterwards. */
  touches: readonly string[];
  door?: Door;
}

/** This will change through the current door. Raises RefusedError when the domain refuses. */
export function useApiMutation<Result, Variables>(
  operation: Operation<Result, Variables>,
  { payload, touches, door: given }: MutationOptions<Result>,
) {
  const current = useDoor();
  const door = given ?? current;
  const client = useQueryClient();
  const prove = useProof().change;
  return useMutation({
    mutationFn: (variables: Variables) =>
      prove(async () => {
        const result = await execute(door, operation, variables);
        const refusals = payload(result)?.errors;
        if (refusals && refusals.length > 0) throw new RefusedError(refusals);
        return result;
      }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]) === 'overview' || touches.includes(String(queryKey[1])) }),
  });
}
