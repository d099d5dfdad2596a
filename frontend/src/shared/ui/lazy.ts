import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadWords } from '@/shared/i18n/runtime';

/** Names the screen inside a lazily loaded file: `lazy: screen(() => import('./UnitList'), 'UnitList')`. */
export function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] });
}

/** Fetches a feature's words together with its screens: `speaking('masterdata', supplierRoutes)`. */
export function speaking(namespace: string, routes: readonly RouteObject[]): RouteObject[] {
  return routes.map((route) => {
    const spoken = route.children ? { ...route, children: speaking(namespace, route.children) } : { ...route };
    const { lazy } = spoken;
    if (typeof lazy === 'function') spoken.lazy = async () => (await Promise.all([lazy(), loadWords([namespace])]))[0];
    return spoken as RouteObject;
  });
}
