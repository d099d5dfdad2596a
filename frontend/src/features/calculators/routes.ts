import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The calculators for visitors. */
export const publicCalculatorRoute: RouteObject = { path: 'calculators', lazy: screen(() => import('./VisitorPage'), 'VisitorPage') };

/** The same with the group's own figures, below `/g/<group>`. */
export const groupCalculatorRoute: RouteObject = { path: 'calculators', lazy: screen(() => import('./GroupPage'), 'GroupPage') };
