import type { RouteObject } from 'react-router';
import { accessRoutes, groupAccessRoutes } from '@/features/accounts/routes';
import { approvalRoutes } from '@/features/approvals/routes';
import { groupMasterdataRoutes, unitMasterdataRoutes } from '@/features/masterdata/routes';
import { orderReadingRoutes, procurementRoutes } from '@/features/procurement/routes';
import { directoryRoutes } from '@/features/directory/routes';
import { unitOverviewRoute } from '@/features/home/routes';
import { auditRoute } from '@/features/runtime/routes';
import { screen } from '@/shared/ui/lazy';

/** Screens of head office, below `/g/<group>`. */
export const groupRoutes: RouteObject[] = [...directoryRoutes, ...groupMasterdataRoutes, ...accessRoutes, ...groupAccessRoutes, auditRoute];

/** Screens of a business unit, below `/u/<unit>`. */
export const unitRoutes: RouteObject[] = [unitOverviewRoute, ...approvalRoutes, ...procurementRoutes, ...unitMasterdataRoutes, ...accessRoutes, auditRoute];

/** Screens of a supplier in one unit it trades with, below `/s/<membership>`. */
export const supplierRoutes: RouteObject[] = [{ index: true, lazy: screen(() => import('./Workspace'), 'SupplierStart') }, ...orderReadingRoutes];
