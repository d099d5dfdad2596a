import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The inbox and the runs behind its tasks. */
export const approvalRoutes: RouteObject[] = [
  { path: 'approvals', lazy: screen(() => import('./InboxPage'), 'InboxPage') },
  { path: 'approvals/:id', lazy: screen(() => import('./RunPage'), 'RunPage') },
];
