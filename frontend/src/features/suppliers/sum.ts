const CENTS = 100n;

/** Reads a weight of at most two decimals as hundredths; null when it is none. */
export function hundredths(text: string | null | undefined): bigint | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec((text ?? '').trim());
  return found ? BigInt(found[1] ?? '0') * CENTS + BigInt((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Sums weights exactly; null while one of them is not a number. */
export function sumOf(texts: readonly (string | null | undefined)[]): bigint | null {
  return texts.reduce<bigint | null>((sum, text) => {
    const part = hundredths(text);
    return sum === null || part === null ? null : sum + part;
  }, 0n);
}

/** Writes hundredths as a number with the decimals it needs, and a sign when asked. */
export function written(value: bigint, signed = false): string {
  const size = value < 0n ? -value : value;
  const cents = size % CENTS;
  const sign = value < 0n ? '-' : signed ? '+' : '';
  return `${sign}${size / CENTS}${cents ? `.${cents.toString().padStart(2, '0').replace(/0$/, '')}` : ''}`;
}

export const WHOLE = 100n * CENTS;
