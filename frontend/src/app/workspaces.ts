import type { RouteObject } from 'react-router';
import { auditRoute } from '@/features/runtime/routes';

/** Screens of head office, below `/g/<group>`. */
export const groupRoutes: RouteObject[] = [auditRoute];

/** Screens of a business unit, below `/u/<unit>`. */
export const unitRoutes: RouteObject[] = [auditRoute];
