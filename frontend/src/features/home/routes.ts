import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The first page of a unit. */
export const unitOverviewRoute: RouteObject = { index: true, lazy: screen(() => import('./UnitOverviewPage'), 'UnitOverviewPage') };

/** The first page of a distributor's contact. */
export const distributorHomeRoute: RouteObject = { index: true, lazy: screen(() => import('./DistributorHomePage'), 'DistributorHomePage') };

export const homeRoute: RouteObject = { index: true, lazy: screen(() => import('./HomePage'), 'HomePage') };
