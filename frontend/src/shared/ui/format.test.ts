import { describe, expect, it } from 'vitest';
import { formatAgo, formatAmount, daysInWords, formatDay, formatDecimal } from './format';

describe('money', () => {
  it('shows the digits of its currency', () => {
    expect(formatAmount({ amount: '1234.5', currency: 'CNY' }, 'en')).toBe('1,234.50');
    expect(formatAmount({ amount: '1234', currency: 'JPY' }, 'en')).toBe('1,234');
    expect(formatAmount({ amount: '1234.5678', currency: 'KWD' }, 'en')).toBe('1,234.5678');
  });

  it('keeps every digit of an amount that no binary number can hold', () => {
    expect(formatAmount({ amount: '99999999999999999999.9999', currency: 'CNY' }, 'en')).toBe('99,999,999,999,999,999,999.9999');
  });

  it('drops the zeros a stored unit price carries beyond the cents', () => {
    expect(formatAmount({ amount: '0.125000', currency: 'USD' }, 'en')).toBe('0.125');
    expect(formatAmount({ amount: '10.000000', currency: 'USD' }, 'en')).toBe('10.00');
  });
});

describe('quantities, days and instants', () => {
  it('shows a quantity without trailing zeros', () => {
    expect(formatDecimal('12.500000', 'en')).toBe('12.5');
  });

  it('shows a day as written in every time zone', () => {
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026');
    expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026年3月1日');
  });

  it('says how long ago something was', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    expect(formatAgo('2026-03-01T10:00:00Z', now, 'en')).toBe('2 hours ago');
    expect(formatAgo('2026-02-28T12:00:00Z', now, 'en')).toBe('yesterday');
  });

  it('tells the days that a text names, and leaves numbers of documents alone', () => {
    expect(daysInWords('2026-07-01 – 2026-09-30', 'zh-CN')).toBe('2026年7月1日 – 2026年9月30日');
    expect(daysInWords('EUR/CNY 2013-12-31', 'en')).toBe('EUR/CNY 31 Dec 2013');
    expect(daysInWords('PO-2026-07-01', 'en')).toBe('PO-2026-07-01');
  });
});
