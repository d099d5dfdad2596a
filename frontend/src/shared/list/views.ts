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
