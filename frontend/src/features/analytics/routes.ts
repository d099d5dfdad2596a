import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Spend; the same screen for head office and for a unit. */
export const spendRoute: RouteObject = { path: 'spend', lazy: screen(() => import('./SpendPage'), 'SpendPage') };
