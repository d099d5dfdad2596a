import { createBrowserRouter, type RouteObject } from 'react-router';
import { publicRoutes, settingsRoutes } from '@/features/accounts/routes';
import { publicCalculatorRoute } from '@/features/calculators/routes';
import { homeRoute } from '@/features/home/routes';
import { operatorRoute, statusRoute } from '@/features/operations/routes';
import { startRoute, welcomeRoute } from '@/features/start/routes';
import { registerRoute } from '@/features/suppliers/routes';
import { screen, speaking } from '@/shared/ui/lazy';
import { Loading, NotFound } from '@/shared/ui/States';
import { Crashed } from './Crashed';
import { distributorRoutes, groupRoutes, supplierRoutes, unitRoutes } from './workspaces';

const framed = (children: RouteObject[]): RouteObject[] => [{ ErrorBoundary: Crashed, children }];

/** Screens that belong to the person rather than to a workspace. */
const personal: RouteObject[] = [
  ...speaking('home', [homeRoute]),
  ...speaking('start', [startRoute]),
  { path: 'settings', children: speaking('accounts', settingsRoutes) },
];

/** What works behind the login is fetched when somebody is signed in, and not before. */
const signedIn: RouteObject = {
  lazy: screen(() => import('./SignedIn'), 'SignedIn'),
  children: [
    {
      lazy: screen(() => import('./Shell'), 'Shell'),
      children: [
        { children: framed(personal) },
        { path: 'g/:groupId', lazy: screen(() => import('./Workspace'), 'GroupWorkspace'), children: framed(groupRoutes) },
        { path: 'u/:slug', lazy: screen(() => import('./Workspace'), 'UnitWorkspace'), children: framed(unitRoutes) },
        { path: 's/:membershipId', lazy: screen(() => import('./Workspace'), 'SupplierWorkspace'), children: framed(supplierRoutes) },
        { path: 'd/:membershipId', lazy: screen(() => import('./Workspace'), 'DistributorWorkspace'), children: framed(distributorRoutes) },
        { children: framed(speaking('operations', [operatorRoute])) },
        { path: '*', Component: NotFound },
      ],
    },
  ],
};

const routes: RouteObject[] = [{ ErrorBoundary: Crashed, HydrateFallback: Loading, children: [{ children: [...speaking('accounts', publicRoutes), ...speaking('start', [welcomeRoute]), ...speaking('calculators', [publicCalculatorRoute]), ...speaking('suppliers', [registerRoute]), ...speaking('operations', [statusRoute])] }, signedIn] }];

export const createRouter = () => createBrowserRouter(routes);
