/** Exact decimal arithmetic on texts, so that a total on the screen never differs from the server's by a rounding. */
const SCALE = 12;

const parts = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE));
};

const textOf = (scaled: bigint, scale: number): string => {
  const digits = scaled.toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return fraction ? `${digits.slice(0, -scale)}.${fraction}` : digits.slice(0, -scale);
};

/** 12.5 × 0.333333 → "4.1666625", exactly; neither is negative. */
export const multiplyDecimals = (left: string, right: string): string => textOf(parts(left) * parts(right), SCALE * 2);

export const addDecimals = (amounts: readonly string[]): string => textOf(amounts.reduce((sum, each) => sum + parts(each), 0n), SCALE);

/** What is left of an amount when others are taken off, never below zero. */
export function lessDecimals(from: string, taken: readonly string[]): string {
  const left = taken.reduce((rest, each) => rest - parts(each), parts(from));
  return textOf(left < 0n ? 0n : left, SCALE);
}

/** Rounds half up to so many decimals, as the server rounds a line: "493.82712" → "493.83". */
export const roundDecimal = (text: string, decimals: number): string => {
  const unit = 10n ** BigInt(SCALE - decimals);
  return textOf(((parts(text) + unit / 2n) / unit) * unit, SCALE);
};

/** How many decimals a currency has: CNY 2, JPY 0, KWD 3. */
export const decimalsOf = (currency: string): number => {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
};
