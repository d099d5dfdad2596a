import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** What can be read of purchase orders, by the unit and by the supplier they are addressed to. */
export const orderReadingRoutes: RouteObject[] = [
  { path: 'orders', lazy: screen(() => import('./OrdersPage'), 'OrdersPage') },
  { path: 'orders/:id', lazy: screen(() => import('./OrderPage'), 'OrderPage') },
  { path: 'ship-notices', lazy: screen(() => import('./collaboration/ShipNoticesPage'), 'ShipNoticesPage') },
  { path: 'ship-notices/:id', lazy: screen(() => import('./collaboration/ShipNoticePage'), 'ShipNoticePage') },
];

/** A supplier's documents over all its buyers. */
export const inboxRoute: RouteObject = { path: 'inbox', lazy: screen(() => import('./collaboration/InboxPage'), 'InboxPage') };

/** Requisitions and purchase orders of a unit. */
export const procurementRoutes: RouteObject[] = [
  { path: 'requisitions', lazy: screen(() => import('./RequisitionsPage'), 'RequisitionsPage') },
  { path: 'requisitions/new', lazy: screen(() => import('./RequisitionFormPage'), 'RequisitionFormPage') },
  { path: 'requisitions/:id', lazy: screen(() => import('./RequisitionPage'), 'RequisitionPage') },
  { path: 'requisitions/:id/edit', lazy: screen(() => import('./RequisitionFormPage'), 'RequisitionFormPage') },
  ...orderReadingRoutes,
  { path: 'purchasing-settings', lazy: screen(() => import('./settings/PurchasingSettingsPage'), 'PurchasingSettingsPage') },
  { path: 'orders/new', lazy: screen(() => import('./OrderFormPage'), 'OrderFormPage') },
  { path: 'orders/:id/edit', lazy: screen(() => import('./OrderFormPage'), 'OrderFormPage') },
];
