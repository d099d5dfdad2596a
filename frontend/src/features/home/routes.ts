import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

export const homeRoute: RouteObject = { index: true, lazy: screen(() => import('./HomePage'), 'HomePage') };
