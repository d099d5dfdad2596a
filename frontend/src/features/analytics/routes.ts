import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Spend, figures of buying and alerts; the same screens for head office and for a unit. */
export const analyticsRoutes: RouteObject[] = [
  { path: 'spend', lazy: screen(() => import('./SpendPage'), 'SpendPage') },
  { path: 'insight', lazy: screen(() => import('./insight/InsightStart'), 'InsightStart') },
  { path: 'insight/cost', lazy: screen(() => import('./insight/CostPage'), 'CostPage') },
  { path: 'insight/cycle', lazy: screen(() => import('./insight/CyclePage'), 'CyclePage') },
  { path: 'insight/approval', lazy: screen(() => import('./insight/ApprovalPage'), 'ApprovalPage') },
  { path: 'insight/on-time', lazy: screen(() => import('./insight/OnTimePage'), 'OnTimePage') },
  { path: 'alerts', lazy: screen(() => import('./alerts/AlertsPage'), 'AlertsPage') },
];
