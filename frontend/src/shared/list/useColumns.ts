import { useCallback, useMemo, useState } from 'react';
import type { ListColumn } from './types';

const keyOf = (listId: string): string => `hanse.columns.${listId}`;

function stored(listId: string): readonly string[] | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(listId)) ?? 'null');
    return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : null;
  } catch {
    return null;
  }
}

export interface Columns<Row> {
  shown: readonly ListColumn<Row>[];
  chosen: readonly string[] | null;
  /** null: back to the columns the list begins with. */
  choose: (keys: readonly string[] | null) => void;
}

/** Which columns this person wants to see in this list; remembered in this browser. */
export function useColumns<Row>(listId: string, columns: readonly ListColumn<Row>[]): Columns<Row> {
  const [chosen, setChosen] = useState(() => stored(listId));
  const choose = useCallback(
    (keys: readonly string[] | null) => {
      setChosen(keys);
      if (keys) localStorage.setItem(keyOf(listId), JSON.stringify(keys));
      else localStorage.removeItem(keyOf(listId));
    },
    [listId],
  );
  const shown = useMemo(
    () => columns.filter((column) => column.primary || (chosen ? chosen.includes(column.key) : !column.hidden)),
    [columns, chosen],
  );
  return { shown, chosen, choose };
}
