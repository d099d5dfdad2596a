/** A refusal as the server words it: a stable code, a sentence for people, and the field it is about. */
export interface Refusal {
  code: string;
  message: string;
  field?: string | null;
}

/** A request that was not answered: no connection, or an answer that is none of ours. */
export class NetworkError extends Error {
  override name = 'NetworkError';
}

/** A request the server turned down as a whole, by a stable code; `id` finds it in the server's logs. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    readonly code: string,
    message: string,
    readonly id?: string,
  ) {
    super(message);
  }
}

/** A change the domain refused; each refusal says why. Nothing was changed. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(' '));
  }
}

const DENIED = new Set(['FORBIDDEN', 'PERMISSION_DENIED', 'MFA_REQUIRED']);

export const isUnauthenticated = (error: unknown): boolean => error instanceof ApiError && error.code === 'UNAUTHENTICATED';
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.code === 'NOT_FOUND';
export const isDenied = (error: unknown): boolean => error instanceof ApiError && DENIED.has(error.code);
