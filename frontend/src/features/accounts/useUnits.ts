import { useMemo } from 'react';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';

export interface UnitName {
  id: string;
  name: string;
}

/** The units of the current group that the person knows by name. */
export function useUnits(): readonly UnitName[] {
  const { contexts } = useViewer();
  const { groupId } = useWorkContext();
  return useMemo(() => contexts.filter((each) => each.kind === 'UNIT' && each.groupId === groupId).map(({ id, name }) => ({ id, name })), [contexts, groupId]);
}
