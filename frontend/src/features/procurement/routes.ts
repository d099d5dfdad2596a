import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** What can be read of purchase orders, by the unit and by the supplier they are addressed to. */
export const orderReadingRoutes: RouteObject[] = [
  { path: 'orders', lazy: screen(() => import('./OrdersPage'), 'OrdersPage') },
  { path: 'orders/:id', lazy: screen(() => import('./OrderPage'), 'OrderPage') },
  { path: 'ship-notices', lazy: screen(() => import('./collaboration/ShipNoticesPage'), 'ShipNoticesPage') },
  { path: 'receipts', lazy: screen(() => import('./receiving/ReceiptsPage'), 'ReceiptsPage') },
  { path: 'receipts/:id', lazy: screen(() => import('./receiving/ReceiptPage'), 'ReceiptPage') },
  { path: 'invoices', lazy: screen(() => import('./invoicing/InvoicesPage'), 'InvoicesPage') },
  { path: 'invoices/:id', lazy: screen(() => import('./invoicing/InvoicePage'), 'InvoicePage') },
  { path: 'orders/:id/invoice', lazy: screen(() => import('./invoicing/InvoiceFormPage'), 'InvoiceFormPage') },
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
  { path: 'demand', lazy: screen(() => import('./demand/DemandPage'), 'DemandPage') },
  { path: 'demand/sources', lazy: screen(() => import('./demand/SourcesPage'), 'SourcesPage') },
  { path: 'demand/deliveries', lazy: screen(() => import('./demand/DeliveriesPage'), 'DeliveriesPage') },
  { path: 'demand/deliveries/new', lazy: screen(() => import('./demand/DeliveryPage'), 'DeliveryPage') },
  { path: 'demand/deliveries/:deliveryId', lazy: screen(() => import('./demand/DeliveryPage'), 'DeliveryPage') },
  ...orderReadingRoutes,
  { path: 'orders/:id/receive', lazy: screen(() => import('./receiving/ReceivePage'), 'ReceivePage') },
  { path: 'receipts/:id/edit', lazy: screen(() => import('./receiving/ReceiptEditPage'), 'ReceiptEditPage') },
  { path: 'payments', lazy: screen(() => import('./invoicing/PaymentRunsPage'), 'PaymentRunsPage') },
  { path: 'payments/:id', lazy: screen(() => import('./invoicing/PaymentRunPage'), 'PaymentRunPage') },
  { path: 'bank-accounts', lazy: screen(() => import('./invoicing/BankAccountsPage'), 'BankAccountsPage') },
  { path: 'purchasing-settings', lazy: screen(() => import('./settings/PurchasingSettingsPage'), 'PurchasingSettingsPage') },
  { path: 'orders/import', lazy: screen(() => import('./importing/OrderImportPage'), 'OrderImportPage') },
  { path: 'orders/import/:importId', lazy: screen(() => import('./importing/OrderImportPage'), 'OrderImportPage') },
  { path: 'orders/new', lazy: screen(() => import('./OrderFormPage'), 'OrderFormPage') },
  { path: 'orders/:id/edit', lazy: screen(() => import('./OrderFormPage'), 'OrderFormPage') },
];
