import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

const reading: RouteObject[] = [
  { path: 'suppliers', lazy: screen(() => import('./SuppliersPage'), 'SuppliersPage') },
  { path: 'suppliers/:id', lazy: screen(() => import('./SupplierPage'), 'SupplierPage') },
  { path: 'sanctions', lazy: screen(() => import('./SanctionsPage'), 'SanctionsPage') },
  { path: 'items', lazy: screen(() => import('./items/ItemsPage'), 'ItemsPage') },
  { path: 'items/categories', lazy: screen(() => import('./items/CategoriesPage'), 'CategoriesPage') },
  { path: 'items/rates', lazy: screen(() => import('./items/FxRatesPage'), 'FxRatesPage') },
  { path: 'items/uoms', lazy: screen(() => import('./items/UomsPage'), 'UomsPage') },
  { path: 'items/:id', lazy: screen(() => import('./items/ItemPage'), 'ItemPage') },
];

/** What head office does with the register and the blacklist. */
export const groupMasterdataRoutes: RouteObject[] = [
  ...reading,
  { path: 'suppliers/new', lazy: screen(() => import('./SupplierFormPage'), 'SupplierFormPage') },
  { path: 'suppliers/:id/edit', lazy: screen(() => import('./SupplierFormPage'), 'SupplierFormPage') },
  { path: 'items/new', lazy: screen(() => import('./items/ItemFormPage'), 'ItemFormPage') },
  { path: 'items/merges/:id', lazy: screen(() => import('./items/ItemMergePage'), 'ItemMergePage') },
  { path: 'items/:id/edit', lazy: screen(() => import('./items/ItemFormPage'), 'ItemFormPage') },
  { path: 'suppliers/import', lazy: screen(() => import('./ImportPage'), 'ImportPage') },
  { path: 'suppliers/import/:importId', lazy: screen(() => import('./ImportPage'), 'ImportPage') },
  { path: 'screening', lazy: screen(() => import('./ScreeningPage'), 'ScreeningPage') },
  { path: 'screening/:id', lazy: screen(() => import('./ScreeningHitPage'), 'ScreeningHitPage') },
];

/** What a unit sees of them. */
export const unitMasterdataRoutes: RouteObject[] = reading;
