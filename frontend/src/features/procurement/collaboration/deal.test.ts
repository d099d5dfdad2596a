import { expect, test } from 'vitest';
import { openQuantity, plain, POSITIVE, requestedDay, unshipped, type Deal, type DealLine } from './deal';

const part = (quantity: string, deliveredQuantity = '0', requestedDate: string | null = null) => ({
  id: quantity, quantity, deliveredQuantity, requestedDate, promisedDate: null, confirmation: 'none',
});
const line = (...schedules: DealLine['schedules']): DealLine => ({ id: 'L', lineNo: 1, description: '', quantity: '10.5', unit: 'C62', schedules });

test('what is open is exact, also beyond what floats can hold', () => {
  expect(openQuantity(line(part('0.100000'), part('0.200000')))).toBe('0.3');
  expect(openQuantity(line(part('123456789012345.000001', '0.000001')))).toBe('123456789012345');
});

test('notices that were sent are taken off, drafts and cancelled ones are not', () => {
  const notice = (status: string, quantity: string) => ({ status, lines: [{ id: 'x', lineId: 'L', quantity }] });
  const deal = { shipNotices: [notice('sent', '4'), notice('draft', '3'), notice('cancelled', '2')] } as unknown as Deal;
  expect(unshipped(deal, line())).toBe('6.5');
});

test('the day asked for is the latest; decimals lose their empty end', () => {
  expect(requestedDay(line(part('1', '0', '2026-12-01'), part('2', '0', '2027-01-02'), part('3')))).toBe('2027-01-02');
  expect(requestedDay(line(part('1')))).toBeNull();
  expect([plain('10.500000'), plain('100'), plain('3.000000')]).toEqual(['10.5', '100', '3']);
});

test('a quantity is above zero', () => {
  expect(['1', '0.000001', '10.5'].every((text) => POSITIVE.test(text))).toBe(true);
  expect(['0', '0.0', '00.000', '-1', '1.1234567', ''].some((text) => POSITIVE.test(text))).toBe(false);
});
