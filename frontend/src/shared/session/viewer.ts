/** Who is signed in and where that person may work; read once and shared by every screen. */
export type ContextKind = 'GROUP' | 'UNIT' | 'SUPPLIER' | 'DISTRIBUTOR';

export interface WorkContext {
  kind: ContextKind;
  id: string;
  slug: string;
  name: string;
  groupId: string;
  groupName: string;
  roles: readonly string[];
  permissions: readonly string[];
  mfaRequired: boolean;
}

export interface Person {
  id: string;
  email: string;
  displayName: string;
  locale: string;
  mfaEnabled: boolean;
}

export interface Viewer {
  person: Person;
  contexts: readonly WorkContext[];
}

export const contextPath = (context: Pick<WorkContext, 'kind' | 'id' | 'slug' | 'groupId'>): string => {
  switch (context.kind) {
    case 'GROUP':
      return `/g/${context.groupId}`;
    case 'UNIT':
      return `/u/${context.slug}`;
    case 'SUPPLIER':
      return `/s/${context.id}`;
    case 'DISTRIBUTOR':
      return `/d/${context.id}`;
  }
};
