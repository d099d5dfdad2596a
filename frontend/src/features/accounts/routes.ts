import type { RouteObject } from 'react-router';
import { screen } from '@/shared/ui/lazy';

/** Screens that work without a session. */
export const publicRoutes: RouteObject[] = [
  { path: 'login', lazy: screen(() => import('./LoginPage'), 'LoginPage') },
  { path: 'signup', lazy: screen(() => import('./SignupPage'), 'SignupPage') },
  { path: 'account/verify-email', lazy: screen(() => import('./VerifySentPage'), 'VerifySentPage') },
  { path: 'account/verify-email/:key', lazy: screen(() => import('./VerifyEmailPage'), 'VerifyEmailPage') },
  { path: 'account/password/forgot', lazy: screen(() => import('./PasswordForgotPage'), 'PasswordForgotPage') },
  { path: 'account/password/reset/:key', lazy: screen(() => import('./PasswordResetPage'), 'PasswordResetPage') },
];

export const settingsRoutes: RouteObject[] = [];
