import dayjs from 'dayjs';
import type { OrderCollaborationQuery } from '@/gql/unit/graphql';
import { addDecimals, lessDecimals } from '../decimals';

/** An order as both sides negotiate it. */
export type Deal = NonNullable<OrderCollaborationQuery['purchaseOrder']>;
export type DealLine = Deal['lines'][number];
export type Change = Deal['changes'][number];
export type Answer = Deal['confirmations'][number];
export type Notice = Deal['shipNotices'][number];
export type Side = 'buyer' | 'supplier';

/** What goes stale when either side acts. */
export const TOUCHES = ['order', 'orderChange', 'orderConfirmation', 'shipNotice', 'inbox', 'task'] as const;

export const POSITIVE = /^(?!0*(\.0*)?$)\d{1,15}(\.\d{1,6})?$/;
export const PRICE = /^\d{1,15}(\.\d{1,6})?$/;

export const openChange = (deal: Deal): Change | undefined => deal.changes.find(({ status }) => status === 'proposed' || status === 'in_approval');
export const pendingAnswer = (deal: Deal): Answer | undefined => deal.confirmations.find(({ status }) => status === 'pending');

/** The day a line is asked for: the latest of its parts. */
export function requestedDay(line: DealLine): string | null {
  const days = line.schedules.map(({ requestedDate }) => requestedDate).filter((day): day is string => Boolean(day));
  return days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
}

/** A decimal as people write it: without zeros at its end. */
export const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

export const dayOf = (text: string | null | undefined): dayjs.Dayjs | null => (text ? dayjs(text) : null);
export const textOf = (day: dayjs.Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD');

/** What of a line has not come yet, exactly. */
export const openQuantity = (line: DealLine): string =>
  lessDecimals(addDecimals(line.schedules.map(({ quantity }) => quantity)), line.schedules.map(({ deliveredQuantity }) => deliveredQuantity));

const GONE = new Set(['sent', 'in_transit', 'arrived', 'receiving', 'completed', 'exception']);

/** What of a line may still be announced: ordered, less what notices have told of. */
export const unshipped = (deal: Deal, line: DealLine): string => {
  const told = deal.shipNotices.filter(({ status }) => GONE.has(status)).flatMap(({ lines }) => lines.filter(({ lineId }) => lineId === line.id));
  return lessDecimals(line.quantity, told.map(({ quantity }) => quantity));
};
