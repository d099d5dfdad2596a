import { describe, expect, it } from 'vitest';
import { EXAMPLES, questionOf, reportAddress } from './question';

const CHOICE = { plan: 'base', seats: 5, currency: 'EUR' };

describe('the question', () => {
  it('keeps amounts as they were typed and counts as numbers', () => {
    const asked = questionOf(CHOICE, { ...EXAMPLES, 'effects.spendYear': '80000000000.01', seed: '7' });
    expect(asked.effects.spendYear).toBe('80000000000.01');
    expect(asked.subscription.implementationMonths).toBe(3);
    expect(asked.seed).toBe(7);
    expect(asked.effects.rampPercents).toEqual(['50', '80', '100']);
    expect(asked.ranges).toHaveLength(3);
  });

  it('stands whole in the address of its report', () => {
    const asked = questionOf(CHOICE, EXAMPLES);
    const address = new URL(reportAddress('pdf', asked, 'zh-CN'), 'https://x.example');
    expect(JSON.parse(address.searchParams.get('input') ?? '')).toEqual(asked);
  });
});
