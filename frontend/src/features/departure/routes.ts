import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Data protection and leaving, of head office. */
export const departureRoutes: RouteObject[] = [
  { path: 'leaving', lazy: screen(() => import('./LeavingPage'), 'LeavingPage') },
  { path: 'data-transfers', lazy: screen(() => import('./TransfersPage'), 'TransfersPage') },
  { path: 'data-retention', lazy: screen(() => import('./RetentionPage'), 'RetentionPage') },
  { path: 'legal-holds', lazy: screen(() => import('./LegalHoldsPage'), 'LegalHoldsPage') },
  { path: 'data-requests', lazy: screen(() => import('./DataRequestsPage'), 'DataRequestsPage') },
];
