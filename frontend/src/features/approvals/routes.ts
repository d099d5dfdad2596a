import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The inbox, the runs behind its tasks, and the unit's flows. */
export const approvalRoutes: RouteObject[] = [
  { path: 'approvals', lazy: screen(() => import('./InboxPage'), 'InboxPage') },
  { path: 'approvals/:id', lazy: screen(() => import('./RunPage'), 'RunPage') },
  { path: 'flows', lazy: screen(() => import('./flows/FlowsPage'), 'FlowsPage') },
  { path: 'flows/:id', lazy: screen(() => import('./flows/FlowPage'), 'FlowPage') },
  { path: 'working-calendar', lazy: screen(() => import('./calendar/CalendarPage'), 'CalendarPage') },
  { path: 'approval-times', lazy: screen(() => import('./figures/FiguresPage'), 'FiguresPage') },
  { path: 'delegations', lazy: screen(() => import('./delegations/DelegationsPage'), 'DelegationsPage') },
  { path: 'cost-centres', lazy: screen(() => import('./costcentres/CostCentresPage'), 'CostCentresPage') },
  { path: 'cost-centres/new', lazy: screen(() => import('./costcentres/CostCentreFormPage'), 'CostCentreFormPage') },
  { path: 'cost-centres/:id', lazy: screen(() => import('./costcentres/CostCentreFormPage'), 'CostCentreFormPage') },
];
