import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { refreshStale } from './LiveUpdates';
import { isStale, subjectOf } from './staleness';

const event = (type: string) => ({ id: '1', type, subjectId: 's' });

describe('what a live event makes stale', () => {
  it('is the subject that changed, in the workspace it changed in', () => {
    const events = [event('procurement.requisition.submitted')];
    expect(isStale(['unit:a', 'requisition', 'list'], 'unit:a', events)).toBe(true);
    expect(isStale(['unit:b', 'requisition', 'list'], 'unit:a', events)).toBe(false);
    expect(isStale(['unit:a', 'member'], 'unit:a', events)).toBe(false);
  });

  it('is what shows the subject: a document with its approval, a supplier with its bans', () => {
    expect(isStale(['unit:a', 'order'], 'unit:a', [event('approvals.run.approved')])).toBe(true);
    expect(isStale(['group:1', 'supplier'], 'group:1', [event('masterdata.sanction.imposed')])).toBe(true);
  });

  it('is what the person may do, wherever it was read', () => {
    expect(isStale(['group:', 'viewer'], 'unit:a', [event('accounts.member.role_changed')])).toBe(true);
    expect(isStale(['group:', 'viewer'], 'unit:a', [event('procurement.order.issued')])).toBe(false);
  });

  it('is always the audit trail', () => {
    expect(isStale(['unit:a', 'audit'], 'unit:a', [event('accounts.member.removed')])).toBe(true);
  });

  it('is everything after missed events', () => {
    expect(isStale(['group:1', 'unit'], 'group:1', [event('live.reset')])).toBe(true);
    expect(isStale(['group:', 'viewer'], 'group:1', [event('live.reset')])).toBe(true);
  });

  it('reads subjects of several words', () => {
    expect(subjectOf('accounts.api_key.created')).toBe('apiKey');
  });
});

it('a reset asks again for every answer on screen, whatever its subject', async () => {
  const queries = new QueryClient();
  const asked: string[] = [];
  const keys = [['unit:a', 'order'], ['unit:a', 'flow'], ['group:', 'viewer']];
  const closers = keys.map((queryKey) => {
    const queryFn = () => Promise.resolve(asked.push(queryKey.join(' ')));
    return new QueryObserver(queries, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => undefined);
  });
  await Promise.all(keys.map((queryKey) => queries.ensureQueryData({ queryKey })));
  asked.length = 0;
  await refreshStale(queries, 'unit:a', [event('live.reset')]);
  expect(asked.sort()).toEqual(['group: viewer', 'unit:a flow', 'unit:a order']);
  for (const close of closers) close();
});
