import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Plan, usage and payment of the group, below `/g/<group>`. */
export const billingRoutes: RouteObject[] = [
  { path: 'billing', lazy: screen(() => import('./BillingPage'), 'BillingPage') },
  { path: 'billing/plan', lazy: screen(() => import('./PlanPage'), 'PlanPage') },
];
