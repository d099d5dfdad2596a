import { PermissionCatalogueDocument as GroupCatalogue, type PermissionCatalogueQuery } from '@/gql/group/graphql';
import { PermissionCatalogueDocument as UnitCatalogue } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from './ViewerContext';

export type Permission = PermissionCatalogueQuery['permissions'][number];

/** The catalogue of what can be permitted, worded in the reader's language. */
export function usePermissions() {
  const can = useCan();
  return useApiQuery(useForDoor(GroupCatalogue, UnitCatalogue), {}, { subject: 'permission', enabled: can('accounts.role.read') });
}
