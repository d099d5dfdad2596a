import { expect, it } from 'vitest';
import { delegationState } from './delegationState';

const period = { startsAt: '2026-03-02T08:00:00Z', endsAt: '2026-03-09T08:00:00Z', endedAt: null };

it('begins with its start, and its end no longer belongs to it', () => {
  expect(delegationState(period, new Date('2026-03-02T07:59:59Z'))).toBe('upcoming');
  expect(delegationState(period, new Date('2026-03-02T08:00:00Z'))).toBe('active');
  expect(delegationState(period, new Date('2026-03-09T07:59:59Z'))).toBe('active');
  expect(delegationState(period, new Date('2026-03-09T08:00:00Z'))).toBe('over');
});

it('is ended when somebody ended it, whatever its period says', () => {
  expect(delegationState({ ...period, endedAt: '2026-03-01T00:00:00Z' }, new Date('2026-03-05T00:00:00Z'))).toBe('ended');
});
