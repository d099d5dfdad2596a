import type { RouteObject } from 'react-router';
import { accessRoutes, groupAccessRoutes } from '@/features/accounts/routes';
import { analyticsRoutes } from '@/features/analytics/routes';
import { approvalRoutes } from '@/features/approvals/routes';
import { billingRoutes } from '@/features/billing/routes';
import { groupCalculatorRoute } from '@/features/calculators/routes';
import { departureRoutes } from '@/features/departure/routes';
import { developerRoutes } from '@/features/developers/routes';
import { groupMasterdataRoutes, unitMasterdataRoutes } from '@/features/masterdata/routes';
import { inboxRoute, orderReadingRoutes, procurementRoutes } from '@/features/procurement/routes';
import { directoryRoutes, unitModulesRoute } from '@/features/directory/routes';
import { distributorHomeRoute, unitOverviewRoute } from '@/features/home/routes';
import { setUpRoute } from '@/features/start/routes';
import { groupServiceRoutes } from '@/features/operations/routes';
import { auditRoute } from '@/features/runtime/routes';
import { groupSupplierRoutes, ownScorecardRoute, unitSupplierRoutes } from '@/features/suppliers/routes';
import { screen, speaking } from '@/shared/ui/lazy';

const access = speaking('accounts', accessRoutes);
const developers = speaking('developers', developerRoutes);
const spend = speaking('analytics', analyticsRoutes);
const audit = speaking('runtime', [auditRoute]);

/** Screens of head office, below `/g/<group>`. */
export const groupRoutes: RouteObject[] = [
  ...speaking('start', [setUpRoute]),
  ...speaking('directory', directoryRoutes),
  ...speaking('billing', billingRoutes),
  ...speaking('calculators', [groupCalculatorRoute]),
  ...speaking('masterdata', groupMasterdataRoutes),
  ...speaking('suppliers', groupSupplierRoutes),
  ...access,
  ...developers,
  ...speaking('departure', departureRoutes),
  ...speaking('accounts', groupAccessRoutes),
  ...speaking('operations', groupServiceRoutes),
  ...spend,
  ...audit,
];

/** Screens of a business unit, below `/u/<unit>`. */
export const unitRoutes: RouteObject[] = [
  ...speaking('home', [unitOverviewRoute]),
  ...speaking('approvals', approvalRoutes),
  ...speaking('procurement', procurementRoutes),
  ...speaking('masterdata', unitMasterdataRoutes),
  ...speaking('suppliers', unitSupplierRoutes),
  ...speaking('directory', [unitModulesRoute]),
  ...spend,
  ...access,
  ...developers,
  ...audit,
];

/** Screens of a supplier in one unit it trades with, below `/s/<membership>`. */
export const supplierRoutes: RouteObject[] = [
  { index: true, lazy: screen(() => import('./Workspace'), 'SupplierStart') },
  ...speaking('procurement', [inboxRoute, ...orderReadingRoutes]),
  ...speaking('suppliers', [ownScorecardRoute]),
];

/** Screens of a distributor, below `/d/<membership>`. */
export const distributorRoutes: RouteObject[] = speaking('home', [distributorHomeRoute]);
