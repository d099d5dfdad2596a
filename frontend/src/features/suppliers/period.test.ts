import { expect, it } from 'vitest';
import { byEnd, dayAfter, lastDay } from './Period';

it('tells the last day of a period, and takes it as the API does', () => {
  expect(lastDay('2026-10-01')).toBe('2026-09-30');
  expect(lastDay('2024-03-01')).toBe('2024-02-29');
  expect(dayAfter(lastDay('2027-01-01'))).toBe('2027-01-01');
  expect(byEnd({ endDate: { from: '2026-09-30' } })).toEqual({ endDate: { from: '2026-10-01', to: undefined } });
  expect(byEnd({ tier: ['strategic'] })).toEqual({ tier: ['strategic'] });
});
