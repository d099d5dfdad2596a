import type { ContextKind } from '@/shared/session/viewer';

type Place = 'everywhere' | 'units';

/** Which module the pages below a workspace belong to, by how their address begins; the first that fits decides. */
const PAGES: readonly (readonly [RegExp, string, Place])[] = [
  [/^(approvals|flows|working-calendar|approval-times|delegations|cost-centres)(\/|$)/, 'approvals', 'units'],
  [/^(requisitions|demand)(\/|$)/, 'requisitions', 'units'],
  [/^(receipts|invoices|payments|bank-accounts)(\/|$)/, 'receiving', 'units'],
  [/^orders\/[^/]+\/(receive|invoice)$/, 'receiving', 'units'],
  [/^(orders|ship-notices|inbox|purchasing-settings)(\/|$)/, 'orders', 'units'],
  [/^(scores|scorecard|tier-terms)(\/|$)/, 'suppliers', 'units'],
  [/^(spend|insight)(\/|$)/, 'insight', 'everywhere'],
];

/** The module without which a page does not exist; undefined for pages that are always there. `page` is its address below the workspace. */
export function moduleOfPage(kind: ContextKind, page: string): string | undefined {
  const found = PAGES.find(([begins, , place]) => begins.test(page) && (place === 'everywhere' || kind !== 'GROUP'));
  return found?.[1];
}
