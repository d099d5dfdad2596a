import { useMemo } from 'react';
import { UnitNamesDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';

export interface UnitName {
  id: string;
  name: string;
}

/** The units of the current group by name: all of them for head office, elsewhere those the person works in. */
export function useUnitNames(enabled = true): readonly UnitName[] {
  const { contexts } = useViewer();
  const { groupId } = useWorkContext();
  const can = useCan();
  const all = useDoor().kind === 'group' && can('directory.unit.read');
  const { data } = useApiQuery(UnitNamesDocument, {}, { subject: 'unit', enabled: enabled && all });
  return useMemo(
    () => data?.units?.edges.map(({ node }) => node) ?? contexts.filter((each) => each.kind === 'UNIT' && each.groupId === groupId).map(({ id, name }) => ({ id, name })),
    [data, contexts, groupId],
  );
}
