import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** What developers need, of head office or of one unit. */
export const developerRoutes: RouteObject[] = [
  { path: 'developers', lazy: screen(() => import('./UsePage'), 'UsePage') },
  { path: 'developers/webhooks', lazy: screen(() => import('./WebhooksPage'), 'WebhooksPage') },
  { path: 'developers/webhooks/:id', lazy: screen(() => import('./WebhookPage'), 'WebhookPage') },
  { path: 'developers/events', lazy: screen(() => import('./EventsPage'), 'EventsPage') },
  { path: 'developers/examples', lazy: screen(() => import('./ExamplesPage'), 'ExamplesPage') },
  { path: 'developers/changes', lazy: screen(() => import('./ChangesPage'), 'ChangesPage') },
];
