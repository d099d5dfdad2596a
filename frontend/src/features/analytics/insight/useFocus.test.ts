import { describe, expect, it } from 'vitest';
import { everyMonth } from './useFocus';

describe('everyMonth', () => {
  it('has no gaps between the first and the last month', () => {
    const rows = [{ month: '2026-03-01' }, { month: '2025-12-01' }];
    const found = everyMonth(rows, (row) => row.month);
    expect(found.map(({ month }) => month)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01']);
    expect(found.map(({ row }) => row !== undefined)).toEqual([true, false, false, true]);
  });

  it('is empty without rows', () => {
    expect(everyMonth([], () => '')).toEqual([]);
  });
});
