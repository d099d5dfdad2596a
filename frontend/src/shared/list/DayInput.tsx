import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import styles from './list.module.css';

interface DayInputProps {
  label: string;
  /** A day as YYYY-MM-DD. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** One end of a range of days; fetched when a filter first needs it. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  return <DatePicker className={styles.wide} aria-label={label} placeholder={label} value={value ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD'))} />;
}
