import { describe, expect, it } from 'vitest';
import { isStale, subjectOf } from './staleness';

const event = (type: string) => ({ id: '1', type, subjectId: 's' });

describe('what a live event makes stale', () => {
  it('is the subject that changed, in the workspace it changed in', () => {
    const events = [event('procurement.requisition.submitted')];
    expect(isStale(['unit:a', 'requisition', 'list'], 'unit:a', events)).toBe(true);
    expect(isStale(['unit:b', 'requisition', 'list'], 'unit:a', events)).toBe(false);
    expect(isStale(['unit:a', 'member'], 'unit:a', events)).toBe(false);
  });

  it('is always the audit trail', () => {
    expect(isStale(['unit:a', 'audit'], 'unit:a', [event('accounts.member.removed')])).toBe(true);
  });

  it('is everything of the workspace after missed events', () => {
    expect(isStale(['group:1', 'unit'], 'group:1', [event('live.reset')])).toBe(true);
  });

  it('reads subjects of several words', () => {
    expect(subjectOf('accounts.api_key.created')).toBe('apiKey');
  });
});
