/**
 * While somebody of the operator's acts for a customer, this tab names the support session with each request.
 * It is kept for the tab alone, and is nothing without the person's own login.
 */
const KEY = 'hanse.support';

export interface Acting {
  id: string;
  personName: string;
  mayWrite: boolean;
  endsAt: string;
}

export function acting(): Acting | null {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Acting) : null;
}

export const supportId = (): string | null => acting()?.id ?? null;

/** From here on every page of this tab is the customer's. */
export function beginSupport(session: Acting): void {
  sessionStorage.setItem(KEY, JSON.stringify({ id: session.id, personName: session.personName, mayWrite: session.mayWrite, endsAt: session.endsAt }));
  window.location.assign('/');
}

/** Back to one's own pages; nothing of the customer's stays in memory. */
export function endSupport(): void {
  sessionStorage.removeItem(KEY);
  window.location.assign('/operator/support');
}
