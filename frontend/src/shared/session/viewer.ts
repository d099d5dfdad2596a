import type { ViewerQuery } from '@/gql/group/graphql';

/** Who is signed in and where that person may work; read once and shared by every screen. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type WorkContext = Viewer['contexts'][number];
export type ContextKind = WorkContext['kind'];

/** The part of an opaque id that stands in addresses: without the name of its type. */
export const bareId = (id: string): string => id.slice(id.lastIndexOf('_') + 1);

export const contextPath = (context: Pick<WorkContext, 'kind' | 'id' | 'slug' | 'groupId'>): string => {
  switch (context.kind) {
    case 'GROUP':
      return `/g/${bareId(context.groupId)}`;
    case 'UNIT':
      return `/u/${context.slug}`;
    case 'SUPPLIER':
      return `/s/${bareId(context.id)}`;
    case 'DISTRIBUTOR':
      return `/d/${bareId(context.id)}`;
  }
};
