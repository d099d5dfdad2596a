import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The first page of a unit. */
export const unitOverviewRoute: RouteObject = { index: true, lazy: screen(() => import('./UnitOverviewPage'), 'UnitOverviewPage') };

export const homeRoute: RouteObject = { index: true, lazy: screen(() => import('./HomePage'), 'HomePage') };
