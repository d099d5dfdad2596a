import { describe, expect, it } from 'vitest';
import { addDecimals, multiplyDecimals } from './decimals';

describe('decimals', () => {
  it('multiplies without losing a digit', () => {
    expect(multiplyDecimals('12.5', '0.333333')).toBe('4.1666625');
    expect(multiplyDecimals('999999999999999', '999999999999999')).toBe('999999999999998000000000000001');
    expect(multiplyDecimals('3', '0')).toBe('0');
  });

  it('adds what floating point would not', () => {
    expect(addDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(addDecimals([])).toBe('0');
    expect(addDecimals(['80000000000.00', '0.01'])).toBe('80000000000.01');
  });
});
