import i18next from 'i18next';
import { endSupport, supportId } from '@/shared/session/support';
import { ApiError, NetworkError } from './errors';

/** Which of the APIs a request goes to, and for whom. */
export type Door =
  | { kind: 'group'; groupId?: string }
  /** The console of the people who run the service. */
  | { kind: 'operator' }
  /** `partnerId`: the supplier or distributor that the person acts for there; the unit's own people have none. */
  | { kind: 'unit'; slug: string; partnerId?: string };

/** A generated operation: its text, its hash, and the types of what goes in and comes out. */
export interface Operation<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
  __meta__?: Record<string, unknown>;
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; id?: string } }[];
}

export function readCookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

export const doorPath = (door: Door): string =>
  door.kind === 'unit' ? `/u/${encodeURIComponent(door.slug)}/graphql` : door.kind === 'operator' ? '/operator/graphql' : '/graphql';

/** The part of every query key that keeps one tenant's answers, and one partner's, from being shown in another. */
export const doorKey = (door: Door): string =>
  door.kind === 'unit' ? ['unit', door.slug, door.partnerId].filter(Boolean).join(':') : door.kind === 'operator' ? 'operator' : `group:${door.groupId ?? ''}`;

export function commonHeaders(): Record<string, string> {
  return {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Accept-Language': i18next.language,
    'X-CSRFToken': readCookie('__Host-csrftoken') || readCookie('csrftoken'),
    'X-Hanse-Client': 'web',
  };
}

/** Whom a request is for, where the address does not say it. */
export function headersOf(door: Door): Record<string, string> {
  if (door.kind === 'group' && door.groupId) return { 'X-Hanse-Group': door.groupId };
  if (door.kind === 'unit' && door.partnerId) return { 'X-Hanse-Partner': door.partnerId };
  return {};
}

/**
 * This will run one operation and return its data.
 * Raises ApiError when the server turned it down, NetworkError when it did not answer.
 */
export async function execute<Result, Variables>(
  door: Door,
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const headers: Record<string, string> = { ...commonHeaders(), ...headersOf(door) };
  const request = { method: 'POST', credentials: 'same-origin' as const, headers, signal };
  const support = door.kind === 'operator' ? null : supportId();
  if (support) headers['X-Hanse-Support'] = support;
  const hash = operation.__meta__?.hash;
  const send = (body: object) => post<Result>(doorPath(door), { ...request, body: JSON.stringify({ ...body, variables }) });
  const text = { query: operation.toString() };
  let answer = await send(typeof hash === 'string' && import.meta.env.PROD ? { documentId: hash } : text);
  if (answer.errors?.[0]?.extensions?.code === 'PERSISTED_DOCUMENT_NOT_FOUND') answer = await send(text);
  const error = answer.errors?.[0];
  if (support && error?.extensions?.code === 'UNAUTHENTICATED') {
    endSupport();
    return new Promise<Result>(() => {}); // this page is being left: nobody is to see its refusal
  }
  if (error) throw new ApiError(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.id);
  if (!answer.data) throw new NetworkError('empty answer');
  return answer.data;
}

async function post<Result>(path: string, request: RequestInit): Promise<Answer<Result>> {
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new NetworkError('no answer', { cause });
  }
  try {
    return (await response.json()) as Answer<Result>;
  } catch (cause) {
    throw new NetworkError(`status ${response.status}`, { cause });
  }
}
