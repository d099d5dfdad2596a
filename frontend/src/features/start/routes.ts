import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** What a visitor sees who has not signed in. */
export const welcomeRoute: RouteObject = { path: 'welcome', lazy: screen(() => import('./WelcomePage'), 'WelcomePage') };

/** Opening a group with its first unit. */
export const startRoute: RouteObject = { path: 'start', lazy: screen(() => import('./StartPage'), 'StartPage') };

/** From the new group to the first order, below `/g/<group>`. */
export const setUpRoute: RouteObject = { path: 'start', lazy: screen(() => import('./SetUpPage'), 'SetUpPage') };
