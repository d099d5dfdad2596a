import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** The audit trail; the same screen for head office and for a unit. */
export const auditRoute: RouteObject = { path: 'audit', lazy: screen(() => import('./AuditPage'), 'AuditPage') };
