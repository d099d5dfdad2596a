import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 720px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True on a phone, where lists become cards and side panels become sheets. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
