import { describe, expect, it } from 'vitest';
import { sumOf, WHOLE, written } from './sum';

describe('weights', () => {
  it('are added exactly', () => {
    expect(sumOf(['30', '25', '20', '15', '10'])).toBe(WHOLE);
    expect(sumOf(['33.33', '33.33', '33.34', '0', '0'])).toBe(WHOLE);
    expect(sumOf(['0.1', '0.2', '0', '0', '0'])).toBe(30n);
  });

  it('have no sum while one is missing or no number', () => {
    expect(sumOf(['30', '', '20'])).toBeNull();
    expect(sumOf(['30', '1.234'])).toBeNull();
    expect(sumOf(['-1'])).toBeNull();
  });

  it('say what is missing', () => {
    expect(written(WHOLE - 9950n, true)).toBe('+0.5');
    expect(written(WHOLE - 10_100n, true)).toBe('-1');
    expect(written(9_999n)).toBe('99.99');
  });
});
