import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isUnauthenticated } from './errors';

/** This will build the one query client; `onSignedOut` runs when any answer says the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isUnauthenticated(error) && onSignedOut() }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // The server has said no: asking again changes nothing. A lost connection, and one that was busy, is worth two more tries.
        retry: (count, error) => (!(error instanceof ApiError) || error.code === 'RETRY') && count < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
