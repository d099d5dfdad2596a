import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';

/** Where the screens of this feature live in the present workspace. */
export function usePlaces() {
  const base = contextPath(useWorkContext());
  return {
    requisitions: `${base}/requisitions`,
    newRequisition: `${base}/requisitions/new`,
    requisition: (id: string) => `${base}/requisitions/${id}`,
    editRequisition: (id: string) => `${base}/requisitions/${id}/edit`,
    orders: `${base}/orders`,
    newOrder: `${base}/orders/new`,
    order: (id: string) => `${base}/orders/${id}`,
    shipNotices: `${base}/ship-notices`,
    shipNotice: (id: string) => `${base}/ship-notices/${id}`,
    receipts: `${base}/receipts`,
    receipt: (id: string) => `${base}/receipts/${id}`,
    editReceipt: (id: string) => `${base}/receipts/${id}/edit`,
    receive: (orderId: string) => `${base}/orders/${orderId}/receive`,
    invoices: `${base}/invoices`,
    invoice: (id: string) => `${base}/invoices/${id}`,
    newInvoice: (orderId: string) => `${base}/orders/${orderId}/invoice`,
    paymentRuns: `${base}/payments`,
    paymentRun: (id: string) => `${base}/payments/${id}`,
    approvalRun: (id: string) => `${base}/approvals/${id}`,
    demand: `${base}/demand`,
    demandDeliveries: `${base}/demand/deliveries`,
    newDemandDelivery: `${base}/demand/deliveries/new`,
    demandDelivery: (id: string) => `${base}/demand/deliveries/${id}`,
    demandSources: `${base}/demand/sources`,
    editOrder: (id: string) => `${base}/orders/${id}/edit`,
  };
}
