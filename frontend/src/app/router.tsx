import { createBrowserRouter, type RouteObject } from 'react-router';
import { publicRoutes, settingsRoutes } from '@/features/accounts/routes';
import { homeRoute } from '@/features/home/routes';
import { Crashed } from './Crashed';
import { SignedIn } from './SignedIn';
import { groupRoutes, unitRoutes } from './workspaces';
import { Loading, NotFound } from '@/shared/ui/States';
import { GroupWorkspace, UnitWorkspace } from './Workspace';
import { Shell } from './Shell';

const routes: RouteObject[] = [
  {
    ErrorBoundary: Crashed,
    HydrateFallback: Loading,
    children: [
      { children: publicRoutes },
      {
        Component: SignedIn,
        children: [
          {
            Component: Shell,
            children: [
              { ErrorBoundary: Crashed, children: [homeRoute, { path: 'settings', children: settingsRoutes }] },
              { path: 'g/:groupId', Component: GroupWorkspace, children: [{ ErrorBoundary: Crashed, children: groupRoutes }] },
              { path: 'u/:slug', Component: UnitWorkspace, children: [{ ErrorBoundary: Crashed, children: unitRoutes }] },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
