import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** What anybody may see of how the service runs. */
export const statusRoute: RouteObject = { path: 'status', lazy: screen(() => import('./StatusPage'), 'StatusPage') };

/** What head office sees of the service, below `/g/<group>`. */
export const groupServiceRoutes: RouteObject[] = [
  { path: 'service', lazy: screen(() => import('./ServicePage'), 'ServicePage') },
  { path: 'usage', lazy: screen(() => import('./UsagePage'), 'UsagePage') },
  { path: 'support-access', lazy: screen(() => import('./SupportAccessPage'), 'SupportAccessPage') },
];

/** The console of the people who run the service. */
export const operatorRoute: RouteObject = {
  path: 'operator',
  lazy: screen(() => import('./console/ConsoleFrame'), 'ConsoleFrame'),
  children: [
    { index: true, lazy: screen(() => import('./console/GroupsPage'), 'GroupsPage') },
    { path: 'groups/:groupId', lazy: screen(() => import('./console/GroupPage'), 'GroupPage') },
    { path: 'contracts', lazy: screen(() => import('./console/ContractsPage'), 'ContractsPage') },
    { path: 'tasks', lazy: screen(() => import('./console/TasksPage'), 'TasksPage') },
    { path: 'support', lazy: screen(() => import('./console/SupportPage'), 'SupportPage') },
    { path: 'features', lazy: screen(() => import('./console/FeaturesPage'), 'FeaturesPage') },
    { path: 'announcements', lazy: screen(() => import('./console/AnnouncementsPage'), 'AnnouncementsPage') },
    { path: 'incidents', lazy: screen(() => import('./console/IncidentsPage'), 'IncidentsPage') },
    { path: 'outside', lazy: screen(() => import('./console/OutsidePage'), 'OutsidePage') },
    { path: 'trail', lazy: screen(() => import('./console/TrailPage'), 'TrailPage') },
  ],
};
