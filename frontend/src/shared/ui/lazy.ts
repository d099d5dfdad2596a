import type { ComponentType } from 'react';

/** Names the screen inside a lazily loaded file: `lazy: screen(() => import('./UnitList'), 'UnitList')`. */
export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] });
}
