import { useMemo } from 'react';
import { RolesDocument as GroupRoles, type RolesQuery } from '@/gql/group/graphql';
import { RolesDocument as UnitRoles } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { useRoleName } from '@/shared/session/roleName';

export type Role = RolesQuery['roles'][number];

const NONE: readonly Role[] = [];

/** The roles that can be given at this door, and their names. */
export function useRoles() {
  const can = useCan();
  const shippedName = useRoleName();
  const query = useApiQuery(useForDoor(GroupRoles, UnitRoles), {}, { subject: 'role', enabled: can('accounts.role.read') });
  const roles = query.data?.roles ?? NONE;
  const names = useMemo(() => new Map(roles.map((role) => [role.code, role.name])), [roles]);
  return { ...query, roles, nameOf: (code: string): string => shippedName(code, names.get(code)) };
}
