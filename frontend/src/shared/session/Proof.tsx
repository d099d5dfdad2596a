import { createContext, lazy, Suspense, useContext, useMemo, useState, type ReactNode } from 'react';
import { RefusedError } from '@/shared/api/errors';
import { needsReauthentication, readSession, type AuthAnswer } from './allauth';

const ProofDialog = lazy(() => import('./ProofDialog').then((file) => ({ default: file.ProofDialog })));

interface Prove {
  /** Runs a change of the login itself; asks for a proof when the answer wants one, and runs it again. */
  auth: <Answer extends AuthAnswer | null>(action: () => Promise<Answer>) => Promise<Answer>;
  /** Runs a change of the platform; asks for a proof when it is refused for the lack of one, and runs it again. */
  change: <Result>(action: () => Promise<Result>) => Promise<Result>;
}

const ProofContext = createContext<Prove>({ auth: (action) => action(), change: (action) => action() });

interface Pending {
  flows: readonly string[];
  settle: (proved: boolean) => void;
}

/** What matters most wants a fresh proof of who it is. This asks for it wherever the server does. */
export function ProofProvider({ children }: { children: ReactNode }) {
  const [pending, setPending] = useState<Pending | null>(null);

  const prove = useMemo<Prove>(() => {
    async function ask(flows: readonly string[]): Promise<boolean> {
      const proved = await new Promise<boolean>((settle) => setPending({ flows, settle }));
      setPending(null);
      return proved;
    }
    return {
      auth: async (action) => {
        const answer = await action();
        if (!answer || !needsReauthentication(answer)) return answer;
        return (await ask(answer.data?.flows?.map((flow) => flow.id) ?? [])) ? action() : answer;
      },
      change: async (action) => {
        try {
          return await action();
        } catch (error) {
          if (!wantsProof(error) || !(await ask(await possibleFlows()))) throw error;
          return action();
        }
      },
    };
  }, []);

  return (
    <ProofContext value={prove}>
      {children}
      <Suspense>{pending && <ProofDialog {...pending} />}</Suspense>
    </ProofContext>
  );
}

export const useProof = (): Prove => useContext(ProofContext);

const wantsProof = (error: unknown): boolean =>
  error instanceof RefusedError && error.refusals.some((refusal) => refusal.code === 'REAUTHENTICATION_REQUIRED');

/** The ways this person has to prove it: the password, and a code or passkey where a second factor is set up. */
async function possibleFlows(): Promise<readonly string[]> {
  const session = await readSession();
  const byMfa = (session.data?.methods as readonly { method: string }[] | undefined)?.some(({ method }) => method === 'mfa');
  return [...(session.data?.user?.has_usable_password ? ['reauthenticate'] : []), ...(byMfa ? ['mfa_reauthenticate'] : [])];
}
