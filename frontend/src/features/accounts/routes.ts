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
  { path: 'invitations/:token', lazy: screen(() => import('./InvitationPage'), 'InvitationPage') },
  { path: 'account/password/reset/:key', lazy: screen(() => import('./PasswordResetPage'), 'PasswordResetPage') },
];

/** People and access of head office or of one unit, below its workspace. */
export const accessRoutes: RouteObject[] = [
  { path: 'members', lazy: screen(() => import('./members/MembersPage'), 'MembersPage') },
  { path: 'members/invitations', lazy: screen(() => import('./members/InvitationsPage'), 'InvitationsPage') },
  { path: 'roles', lazy: screen(() => import('./roles/RolesPage'), 'RolesPage') },
  { path: 'roles/:kind/:code', lazy: screen(() => import('./roles/RolePage'), 'RolePage') },
  { path: 'api-keys', lazy: screen(() => import('./apikeys/ApiKeysPage'), 'ApiKeysPage') },
];

/** What head office alone may do with roles. */
export const groupAccessRoutes: RouteObject[] = [
  { path: 'roles/second-factor', lazy: screen(() => import('./roles/MfaPolicyPage'), 'MfaPolicyPage') },
  { path: 'roles/new', lazy: screen(() => import('./roles/RoleFormPage'), 'RoleFormPage') },
  { path: 'roles/:kind/:code/edit', lazy: screen(() => import('./roles/RoleFormPage'), 'RoleFormPage') },
];

/** The person's own settings, below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  {
    lazy: screen(() => import('./settings/SettingsLayout'), 'SettingsLayout'),
    children: [
      { index: true, lazy: screen(() => import('./settings/ProfilePage'), 'ProfilePage') },
      { path: 'security', lazy: screen(() => import('./settings/SecurityPage'), 'SecurityPage') },
      { path: 'data', lazy: screen(() => import('./settings/DataPage'), 'DataPage') },
      { path: 'sessions', lazy: screen(() => import('./settings/SessionsPage'), 'SessionsPage') },
    ],
  },
];
