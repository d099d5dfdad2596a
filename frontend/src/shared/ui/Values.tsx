import { useTranslation } from 'react-i18next';
import { formatAgo, formatAmount, formatDay, formatDecimal, formatInstant, type MoneyValue } from './format';
import styles from './values.module.css';

export function Money({ value }: { value: MoneyValue | null | undefined }) {
  const { i18n } = useTranslation();
  if (!value) return <Nothing />;
  return (
    <span className="num">
      {formatAmount(value, i18n.language)}
      <span className={styles.unit}>{value.currency}</span>
    </span>
  );
}

/** A number with its unit; `decimals` is how many of them are shown at most. */
export function Quantity({ value, unit, decimals }: { value: string | null | undefined; unit?: string; decimals?: number }) {
  const { i18n } = useTranslation();
  if (value === null || value === undefined) return <Nothing />;
  return (
    <span className="num">
      {formatDecimal(value, i18n.language, decimals)}
      {unit && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

export function Count({ value }: { value: number }) {
  const { i18n } = useTranslation();
  return <span className="num">{new Intl.NumberFormat(i18n.language).format(value)}</span>;
}

export function DateTime({ value, ago = false }: { value: string | null | undefined; ago?: boolean }) {
  const { i18n } = useTranslation();
  if (!value) return <Nothing />;
  const full = formatInstant(value, i18n.language);
  return (
    <time className="num" dateTime={value} title={ago ? full : undefined}>
      {ago ? formatAgo(value, new Date(), i18n.language) : full}
    </time>
  );
}

export function Day({ value }: { value: string | null | undefined }) {
  const { i18n } = useTranslation();
  return value ? <time className="num" dateTime={value}>{formatDay(value, i18n.language)}</time> : <Nothing />;
}

export function Nothing() {
  return <span className="soft" aria-hidden="true">–</span>;
}
