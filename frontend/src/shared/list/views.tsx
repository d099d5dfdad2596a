import { createContext, useContext } from 'react';

/** A list as a person likes to see it: what is searched, filtered and sorted, and which columns. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  columns: readonly string[] | null;
}

/** Where a person's views are kept. */
export interface ViewStore {
  load: (listId: string) => Promise<readonly SavedView[]>;
  save: (listId: string, view: Omit<SavedView, 'id'>) => Promise<void>;
  remove: (listId: string, viewId: string) => Promise<void>;
}

const keyOf = (listId: string): string => `hanse.views.${listId}`;

function readViews(listId: string): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(listId)) ?? '[]');
    return Array.isArray(found) ? (found as SavedView[]) : [];
  } catch {
    return [];
  }
}

/** Keeps views in this browser; holds settings of lists only, never rows. */
export const browserViews: ViewStore = {
  load: (listId) => Promise.resolve(readViews(listId)),
  save: (listId, view) => {
    const others = readViews(listId).filter((each) => each.name !== view.name);
    localStorage.setItem(keyOf(listId), JSON.stringify([...others, { ...view, id: crypto.randomUUID() }]));
    return Promise.resolve();
  },
  remove: (listId, viewId) => {
    localStorage.setItem(keyOf(listId), JSON.stringify(readViews(listId).filter((each) => each.id !== viewId)));
    return Promise.resolve();
  },
};

const ViewStoreContext = createContext<ViewStore>(browserViews);
export const ViewStoreProvider = ViewStoreContext.Provider;
export const useViewStore = (): ViewStore => useContext(ViewStoreContext);
