import type { RouteObject } from 'react-router';

/** Screens of head office, below `/g/<group>`. */
export const groupRoutes: RouteObject[] = [];

/** Screens of a business unit, below `/u/<unit>`. */
export const unitRoutes: RouteObject[] = [];
