import type { TransfersQuery } from '@/gql/group/graphql';

export type Transfer = TransfersQuery['transfers']['edges'][number]['node'];
export type TransferState = 'planned' | 'inForce' | 'over' | 'ended';

/** Where a transfer stands today; its days are UTC days, as the server counts them. */
export function stateOf(transfer: Transfer): TransferState {
  const today = new Date().toISOString().slice(0, 10);
  if (transfer.endedAt) return 'ended';
  if ((transfer.fromDate ?? '') > today) return 'planned';
  return (transfer.untilDate ?? '') < today ? 'over' : 'inForce';
}
