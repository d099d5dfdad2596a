import { createContext, useContext, type ReactNode } from 'react';
import type { Door } from './client';

const DoorContext = createContext<Door>({ kind: 'group' });

export function DoorProvider({ door, children }: { door: Door; children: ReactNode }) {
  return <DoorContext value={door}>{children}</DoorContext>;
}

/** The API the current screen talks to: the route decides it, screens never do. */
export const useDoor = (): Door => useContext(DoorContext);
