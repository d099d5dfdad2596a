import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

const reading: RouteObject[] = [
  { path: 'suppliers/:id/file', lazy: screen(() => import('./SupplierFilePage'), 'SupplierFilePage') },
  { path: 'qualifications', lazy: screen(() => import('./QualificationsPage'), 'QualificationsPage') },
  { path: 'quality-share', lazy: screen(() => import('./QualitySharePage'), 'QualitySharePage') },
  { path: 'supplier-rules', lazy: screen(() => import('./RulesPage'), 'RulesPage') },
  { path: 'score-model', lazy: screen(() => import('./ScoreModelPage'), 'ScoreModelPage') },
];

/** What head office decides about suppliers. */
export const groupSupplierRoutes: RouteObject[] = [
  ...reading,
  { path: 'scores', lazy: screen(() => import('./GroupScoresPage'), 'GroupScoresPage') },
  { path: 'applications', lazy: screen(() => import('./ApplicationsPage'), 'ApplicationsPage') },
  { path: 'applications/:id', lazy: screen(() => import('./ApplicationPage'), 'ApplicationPage') },
];

/** How a unit scores its suppliers. */
export const unitSupplierRoutes: RouteObject[] = [
  ...reading,
  { path: 'scores', lazy: screen(() => import('./ScoresPage'), 'ScoresPage') },
  { path: 'scores/:id', lazy: screen(() => import('./ScorecardPage'), 'ScorecardPage') },
  { path: 'tier-terms', lazy: screen(() => import('./TierTermsPage'), 'TierTermsPage') },
];

/** What a supplier sees of itself. */
export const ownScorecardRoute: RouteObject = { path: 'scorecard', lazy: screen(() => import('./OwnScorecardPage'), 'OwnScorecardPage') };

/** Where registration links lead. */
export const registerRoute: RouteObject = { path: 'register/:token', lazy: screen(() => import('./RegisterPage'), 'RegisterPage') };
