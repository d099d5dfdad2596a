import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { AuthAnswer } from '@/shared/session/allauth';
import { authErrorText } from '@/shared/session/useAuthSubmit';
import { useProof } from '@/shared/session/Proof';

/** One way of a person to prove a second factor, as the server lists it. */
export interface Authenticator {
  id?: number;
  type: 'totp' | 'webauthn' | 'recovery_codes';
  name?: string;
  created_at?: number | null;
  last_used_at?: number | null;
  is_passwordless?: boolean;
  total_code_count?: number;
  unused_code_count?: number;
}

export const AUTHENTICATORS = ['person', 'authenticators'];

export const instant = (seconds: number | null | undefined): string | null =>
  seconds ? new Date(seconds * 1000).toISOString() : null;

/** This will run a change of the second factor, with a fresh proof where the server asks for one; true when done. */
export function useAuthenticatorChange() {
  const prove = useProof().auth;
  const queries = useQueryClient();
  const { message } = App.useApp();
  return async (action: () => Promise<AuthAnswer | null>): Promise<boolean> => {
    const answer = await prove(action);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'person' || queryKey[1] === 'viewer' });
    if (answer?.errors?.[0]) void message.warning(authErrorText(answer.errors[0]));
    return answer?.status === 200;
  };
}
