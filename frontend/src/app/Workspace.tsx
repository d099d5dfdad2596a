import { useMemo } from 'react';
import { Outlet, useParams } from 'react-router';
import type { Door } from '@/shared/api/client';
import { DoorProvider } from '@/shared/api/DoorContext';
import { useViewer, WorkContextProvider } from '@/shared/session/ViewerContext';
import { bareId, type WorkContext } from '@/shared/session/viewer';
import { NotFound } from '@/shared/ui/States';
import { MfaGate } from './MfaGate';

/** Head office of one group: screens below talk to the group API for that group. */
export function GroupWorkspace() {
  const { groupId = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'GROUP' && bareId(each.groupId) === groupId);
  const door = useMemo<Door>(() => ({ kind: 'group', groupId }), [groupId]);
  return <Workspace context={context} door={door} />;
}

/** One business unit: screens below talk to that unit's API. */
export function UnitWorkspace() {
  const { slug = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'UNIT' && each.slug === slug);
  const door = useMemo<Door>(() => ({ kind: 'unit', slug }), [slug]);
  return <Workspace context={context} door={door} />;
}

function Workspace({ context, door }: { context: WorkContext | undefined; door: Door }) {
  if (!context) return <NotFound />;
  return (
    <DoorProvider door={door}>
      <WorkContextProvider context={context}>
        <MfaGate>
          <Outlet />
        </MfaGate>
      </WorkContextProvider>
    </DoorProvider>
  );
}
