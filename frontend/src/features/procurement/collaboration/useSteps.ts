import {
  OrderAcknowledgeDocument,
  OrderChangeAcceptDocument,
  OrderChangeProposeDocument,
  OrderChangeRejectDocument,
  OrderChangeWithdrawDocument,
  OrderConfirmationAcceptDocument,
  OrderConfirmationDeclineDocument,
  OrderConfirmationSendDocument,
} from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { TOUCHES } from './deal';

/** Every step between buyer and supplier about an issued order. */
export function useSteps() {
  return {
    propose: useApiMutation(OrderChangeProposeDocument, { payload: (r) => r.orderChangePropose, touches: TOUCHES }),
    accept: useApiMutation(OrderChangeAcceptDocument, { payload: (r) => r.orderChangeAccept, touches: TOUCHES }),
    reject: useApiMutation(OrderChangeRejectDocument, { payload: (r) => r.orderChangeReject, touches: TOUCHES }),
    withdraw: useApiMutation(OrderChangeWithdrawDocument, { payload: (r) => r.orderChangeWithdraw, touches: TOUCHES }),
    acknowledge: useApiMutation(OrderAcknowledgeDocument, { payload: (r) => r.orderAcknowledge, touches: TOUCHES }),
    answer: useApiMutation(OrderConfirmationSendDocument, { payload: (r) => r.orderConfirmationSend, touches: TOUCHES }),
    acceptAnswer: useApiMutation(OrderConfirmationAcceptDocument, { payload: (r) => r.orderConfirmationAccept, touches: TOUCHES }),
    declineAnswer: useApiMutation(OrderConfirmationDeclineDocument, { payload: (r) => r.orderConfirmationDecline, touches: TOUCHES }),
  };
}
