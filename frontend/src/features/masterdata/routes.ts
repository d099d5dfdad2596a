import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

const reading: RouteObject[] = [
  { path: 'suppliers', lazy: screen(() => import('./SuppliersPage'), 'SuppliersPage') },
  { path: 'suppliers/:id', lazy: screen(() => import('./SupplierPage'), 'SupplierPage') },
  { path: 'sanctions', lazy: screen(() => import('./SanctionsPage'), 'SanctionsPage') },
];

/** What head office does with the register and the blacklist. */
export const groupMasterdataRoutes: RouteObject[] = [
  ...reading,
  { path: 'suppliers/new', lazy: screen(() => import('./SupplierFormPage'), 'SupplierFormPage') },
  { path: 'suppliers/:id/edit', lazy: screen(() => import('./SupplierFormPage'), 'SupplierFormPage') },
  { path: 'suppliers/import', lazy: screen(() => import('./ImportPage'), 'ImportPage') },
  { path: 'suppliers/import/:importId', lazy: screen(() => import('./ImportPage'), 'ImportPage') },
  { path: 'screening', lazy: screen(() => import('./ScreeningPage'), 'ScreeningPage') },
  { path: 'screening/:id', lazy: screen(() => import('./ScreeningHitPage'), 'ScreeningHitPage') },
];

/** What a unit sees of them. */
export const unitMasterdataRoutes: RouteObject[] = reading;
