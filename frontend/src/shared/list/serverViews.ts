import { SavedViewDeleteDocument, SavedViewSaveDocument, SavedViewsDocument } from '@/gql/group/graphql';
import { execute, type Door } from '@/shared/api/client';
import { RefusedError, type Refusal } from '@/shared/api/errors';
import type { SavedView, ViewStore } from './views';

/** Views belong to the person: they are read and kept without a workspace, and follow to every browser. */
const PERSON_DOOR: Door = { kind: 'group' };

interface State {
  query?: unknown;
  columns?: unknown;
}

function toView(row: { id: string; name: string; state: unknown }): SavedView {
  const { query, columns } = (row.state ?? {}) as State;
  return {
    id: row.id,
    name: row.name,
    query: typeof query === 'string' ? query : '',
    columns: Array.isArray(columns) ? columns.filter((each) => typeof each === 'string') : null,
  };
}

function refuse(errors: readonly Refusal[] | undefined): void {
  if (errors && errors.length > 0) throw new RefusedError(errors);
}

export const serverViews: ViewStore = {
  load: async (listId) => (await execute(PERSON_DOOR, SavedViewsDocument, { screen: listId })).savedViews.map(toView),
  save: async (listId, { name, query, columns }) => {
    const result = await execute(PERSON_DOOR, SavedViewSaveDocument, { input: { screen: listId, name, state: { query, columns } } });
    refuse(result.savedViewSave?.errors);
  },
  remove: async (_listId, viewId) => {
    const result = await execute(PERSON_DOOR, SavedViewDeleteDocument, { input: { savedViewId: viewId } });
    refuse(result.savedViewDelete?.errors);
  },
};
