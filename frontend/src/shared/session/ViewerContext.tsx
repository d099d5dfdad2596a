import { createContext, useContext, type ReactNode } from 'react';
import { Denied } from '@/shared/ui/States';
import type { Viewer, WorkContext } from './viewer';

const ViewerContext = createContext<Viewer | null>(null);
const WorkContextContext = createContext<WorkContext | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function WorkContextProvider({ context, children }: { context: WorkContext; children: ReactNode }) {
  return <WorkContextContext value={context}>{children}</WorkContextContext>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer outside of a signed-in screen');
  return viewer;
}

/** The workspace the current screen belongs to. */
export function useWorkContext(): WorkContext {
  const context = useContext(WorkContextContext);
  if (!context) throw new Error('useWorkContext outside of a workspace');
  return context;
}

/** Tells whether the person may do something here. The server decides again; this only spares a useless button. */
export function useCan(): (permission: string) => boolean {
  const context = useContext(WorkContextContext);
  return (permission) => context?.permissions.includes(permission) ?? false;
}

export function RequirePermission({ code, children }: { code: string; children: ReactNode }) {
  return useCan()(code) ? children : <Denied />;
}
