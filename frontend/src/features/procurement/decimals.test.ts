import { describe, expect, it } from 'vitest';
import { addDecimals, decimalsOf, multiplyDecimals, roundDecimal } from './decimals';

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

  it('rounds half up to the decimals of the currency', () => {
    expect(roundDecimal('493.82712', decimalsOf('CNY'))).toBe('493.83');
    expect(roundDecimal('0.005', 2)).toBe('0.01');
    expect(roundDecimal('0.004999', 2)).toBe('0');
    expect(roundDecimal('1.5', decimalsOf('JPY'))).toBe('2');
    expect(roundDecimal('1.0005', decimalsOf('KWD'))).toBe('1.001');
  });
});
