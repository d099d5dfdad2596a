import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';

const SCREENS: Readonly<Record<string, string>> = { 'procurement.requisition': 'requisitions', 'procurement.order': 'orders', 'procurement.invoice': 'invoices' };

/** Where the screens of this feature, and the documents it shows, live in the present workspace. */
export function usePlaces() {
  const base = contextPath(useWorkContext());
  return {
    inbox: `${base}/approvals`,
    run: (id: string) => `${base}/approvals/${id}`,
    flows: `${base}/flows`,
    flow: (id: string) => `${base}/flows/${id}`,
    calendar: `${base}/working-calendar`,
    figures: `${base}/approval-times`,
    delegations: `${base}/delegations`,
    costCentres: `${base}/cost-centres`,
    newCostCentre: `${base}/cost-centres/new`,
    costCentre: (id: string) => `${base}/cost-centres/${id}`,
    /** The screen of a document that is in approval; a change of an order is decided where it is read. */
    document: (type: string, id: string): string | null => (type in SCREENS ? `${base}/${SCREENS[type] ?? ''}/${id}` : null),
  };
}
