import { commonHeaders, readCookie } from '@/shared/api/client';
import { NetworkError } from '@/shared/api/errors';

const BASE = '/_allauth/browser/v1';

export interface FieldError {
  code: string;
  message: string;
  param?: string;
}

export interface Flow {
  id: string;
  is_pending?: boolean;
  types?: string[];
}

export interface AuthUser {
  id: string | number;
  display: string;
  email: string;
  has_usable_password: boolean;
}

/** What allauth answers; a 401 is no failure but the list of steps still to be taken. */
export interface AuthAnswer<Data = Record<string, unknown>> {
  status: number;
  data?: Data & { flows?: Flow[]; user?: AuthUser };
  meta?: Record<string, unknown> & { is_authenticated?: boolean };
  errors?: FieldError[];
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Changes need a token that the server gives in a cookie with its first answer; a fresh browser has none yet. */
async function ensureToken(method: Method): Promise<void> {
  if (method !== 'GET' && !readCookie('csrftoken')) await fetch(`${BASE}/config`, { credentials: 'same-origin' });
}

/** This will make one request to the authentication API. Raises NetworkError when no answer of its form arrives. */
export async function auth<Data = Record<string, unknown>>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<AuthAnswer<Data>> {
  let response: Response;
  try {
    await ensureToken(method);
    response = await fetch(`${BASE}${path}`, {
      method,
      credentials: 'same-origin',
      headers: { ...commonHeaders(), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new NetworkError('no answer', { cause });
  }
  try {
    const answer = (await response.json()) as AuthAnswer<Data>;
    return { ...answer, status: answer.status ?? response.status };
  } catch (cause) {
    if (response.status === 429) return { status: 429 };
    throw new NetworkError(`status ${response.status}`, { cause });
  }
}

export const pendingFlow = (answer: AuthAnswer): string | undefined =>
  answer.data?.flows?.find((flow) => flow.is_pending)?.id;

export const needsReauthentication = (answer: AuthAnswer): boolean =>
  answer.status === 401 && answer.meta?.is_authenticated === true;

export const isSignedIn = (answer: AuthAnswer): boolean => answer.status === 200 && answer.meta?.is_authenticated !== false;

export const signOut = () => auth('DELETE', '/auth/session');
export const readSession = () => auth('GET', '/auth/session');
