import { addDecimals, lessDecimals } from '../decimals';
import type { Receipt } from './ReceiptPage';

type Line = Receipt['lines'][number];
export const DISPOSITIONS = ['rejected', 'quarantined', 'accepted'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What of a line is accepted, rejected and in quarantine by now, with the decisions since it was posted. */
export function standOf(line: Line): Record<Disposition, string> {
  const accepted = line.decisions.map(({ acceptedQuantity }) => acceptedQuantity);
  const rejected = line.decisions.map(({ rejectedQuantity }) => rejectedQuantity);
  return {
    accepted: addDecimals([line.acceptedQuantity, ...accepted]),
    rejected: addDecimals([line.rejectedQuantity, ...rejected]),
    quarantined: lessDecimals(line.quarantinedQuantity, [...accepted, ...rejected]),
  };
}

/** What of that has not gone back to the supplier. */
export function leftOf(receipt: Receipt, line: Line, disposition: Disposition): string {
  const gone = receipt.returns.flatMap(({ lines }) => lines).filter((row) => row.receiptLineId === line.id && row.disposition === disposition);
  return lessDecimals(standOf(line)[disposition], gone.map(({ quantity }) => quantity));
}
