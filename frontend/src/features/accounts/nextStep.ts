import { isSignedIn, pendingFlow, type AuthAnswer } from '@/shared/session/allauth';

/** Where to go back to after the login: only a path of this site, never another one. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';
}

/** The screen that follows an answer of the authentication API. */
export function nextStep(answer: AuthAnswer, next: string): string | null {
  if (isSignedIn(answer)) return next;
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  switch (pendingFlow(answer)) {
    case 'mfa_authenticate':
      return `/login/second-factor${query}`;
    case 'mfa_trust':
      return `/login/trust${query}`;
    case 'verify_email':
      return '/account/verify-email';
    default:
      return null;
  }
}

const KEPT = 'hanse.next';

/** Where a newcomer wanted to go: it outlives the mail with the confirmation, which may open another tab. */
export function keepNext(next: string): void {
  if (next === '/') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, next);
}

/** What was kept, once. */
export function takeNext(): string {
  const next = safeNext(localStorage.getItem(KEPT));
  localStorage.removeItem(KEPT);
  return next;
}
