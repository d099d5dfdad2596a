/**
 * Numbers arrive as decimal strings and stay strings: Intl formats them digit by digit,
 * so no amount passes through a binary floating point number.
 */
type Decimal = `${number}`;

export interface MoneyValue {
  amount: string;
  currency: string;
}

function exponent(currency: string): number {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

function significantFraction(amount: string): number {
  const fraction = amount.split('.')[1]?.replace(/0+$/, '') ?? '';
  return fraction.length;
}

/** `1234.5` CNY → `1,234.50`; a unit price keeps up to six decimals. */
export function formatAmount({ amount, currency }: MoneyValue, language: string): string {
  const least = exponent(currency);
  const most = Math.max(least, Math.min(6, significantFraction(amount)));
  return new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most }).format(amount as Decimal);
}

export function formatDecimal(value: string, language: string, decimals = 6): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value as Decimal);
}

/** English dates name the month: 03/04 would mean two different days to readers of one company. */
const dateLocale = (language: string): string => (language === 'en' ? 'en-GB' : language);

export function formatInstant(iso: string, language: string): string {
  return new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A day has no time zone: it is shown as written, whatever the zone of the reader. */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A text that names days as the database does, with its days as people write them. */
export const daysInWords = (text: string, language: string): string => text.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g, (day) => formatDay(day, language));

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `2 hours ago`, seen from `now`. */
export function formatAgo(iso: string, now: Date, language: string): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return words.format(Math.round(seconds / length), unit);
  }
  return words.format(0, 'second');
}
