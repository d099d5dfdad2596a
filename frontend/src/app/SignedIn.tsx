import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useApiQuery } from '@/shared/api/hooks';
import { isUnauthenticated } from '@/shared/api/errors';
import { toLanguage } from '@/shared/i18n/language';
import { applyLanguage } from '@/shared/i18n/runtime';
import { ViewerProvider } from '@/shared/session/ViewerContext';
import { ViewerDocument } from '@/gql/group/graphql';
import { ProofProvider } from '@/shared/session/Proof';
import { endSupport, supportId } from '@/shared/session/support';
import { Failure, Loading } from '@/shared/ui/States';


const PUBLIC_DOOR = { kind: 'group' } as const;

/** Everything behind the login: reads who is signed in, or leads a visitor to what it is, any other to the login and back. */
export function SignedIn() {
  const { pathname, search } = useLocation();
  const { data, error, isPending, refetch } = useApiQuery(ViewerDocument, {}, { subject: 'viewer', door: PUBLIC_DOOR });
  const locale = toLanguage(data?.viewer?.person.locale);
  useEffect(() => {
    if (locale) void applyLanguage(locale);
  }, [locale]);
  if (isPending) return <Loading />;
  if (isUnauthenticated(error) || data?.viewer === null) {
    if (supportId()) return <BackToConsole />;
    return <Navigate to={pathname === '/' ? '/welcome' : `/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (!data?.viewer) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <ViewerProvider viewer={data.viewer}>
      <ProofProvider>
        <Outlet />
      </ProofProvider>
    </ViewerProvider>
  );
}

/** The customer's consent is over, not the person's own session: back to the console. */
function BackToConsole() {
  useEffect(endSupport, []);
  return <Loading />;
}
