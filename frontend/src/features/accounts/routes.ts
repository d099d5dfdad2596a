import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Screens that work without a session. */
export const publicRoutes: RouteObject[] = [
  { path: 'login', lazy: screen(() => import('./LoginPage'), 'LoginPage') },
  { path: 'login/second-factor', lazy: screen(() => import('./SecondFactorPage'), 'SecondFactorPage') },
  { path: 'login/trust', lazy: screen(() => import('./TrustBrowserPage'), 'TrustBrowserPage') },
  { path: 'signup', lazy: screen(() => import('./SignupPage'), 'SignupPage') },
  { path: 'account/verify-email', lazy: screen(() => import('./VerifySentPage'), 'VerifySentPage') },
  { path: 'account/verify-email/:key', lazy: screen(() => import('./VerifyEmailPage'), 'VerifyEmailPage') },
  { path: 'account/password/forgot', lazy: screen(() => import('./PasswordForgotPage'), 'PasswordForgotPage') },
  { path: 'account/password/reset/:key', lazy: screen(() => import('./PasswordResetPage'), 'PasswordResetPage') },
];

/** The person's own settings, below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  {
    lazy: screen(() => import('./settings/SettingsLayout'), 'SettingsLayout'),
    children: [
      { index: true, lazy: screen(() => import('./settings/ProfilePage'), 'ProfilePage') },
      { path: 'security', lazy: screen(() => import('./settings/SecurityPage'), 'SecurityPage') },
      { path: 'sessions', lazy: screen(() => import('./settings/SessionsPage'), 'SessionsPage') },
    ],
  },
];
