import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Head office's own screens, below `/g/<group>`. */
export const directoryRoutes: RouteObject[] = [
  { index: true, lazy: screen(() => import('./HqOverviewPage'), 'HqOverviewPage') },
  { path: 'units', lazy: screen(() => import('./UnitsPage'), 'UnitsPage') },
  { path: 'units/new', lazy: screen(() => import('./UnitCreatePage'), 'UnitCreatePage') },
  { path: 'units/:unitId', lazy: screen(() => import('./UnitPage'), 'UnitPage') },
  { path: 'units/:unitId/edit', lazy: screen(() => import('./UnitEditPage'), 'UnitEditPage') },
  { path: 'modules', lazy: screen(() => import('./modules/ModulesPage'), 'ModulesPage') },
  { path: 'settings', lazy: screen(() => import('./GroupSettingsPage'), 'GroupSettingsPage') },
];

/** What a unit sees of its modules, below `/u/<unit>`. */
export const unitModulesRoute: RouteObject = { path: 'modules', lazy: screen(() => import('./modules/ModulesPage'), 'ModulesPage') };
