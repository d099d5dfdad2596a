import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';

/** In months; 0 stands for everything. */
export const PERIODS = [3, 12, 36, 0] as const;
const BEGINNING = '2000-01-01';

const BETWEEN = '|';

export interface Chosen {
  id: string;
  name: string;
}

/** What is looked at, kept in the address: a period, one month of it, and one unit, supplier, item or category. */
export function useFocus(standard: (typeof PERIODS)[number]) {
  const [address, setAddress] = useSearchParams();
  const months = PERIODS.find((each) => String(each) === address.get('months')) ?? standard;
  const month = /^\d{4}-\d{2}-01$/.test(address.get('month') ?? '') ? address.get('month') : null;
  const today = dayjs();
  const begin = months === 0 ? BEGINNING : today.subtract(months - 1, 'month').startOf('month').format('YYYY-MM-DD');
  const chosen = (key: string): Chosen | null => {
    const [id, ...name] = (address.get(key) ?? '').split(BETWEEN);
    return id ? { id, name: name.join(BETWEEN) } : null;
  };
  return {
    months,
    month,
    /** The period as figures take it, in whole months. */
    since: month ?? begin,
    until: month ?? today.format('YYYY-MM-DD'),
    /** The same as lists of documents take it: the day after the last. */
    end: dayjs(month ?? today).add(1, 'month').startOf('month').format('YYYY-MM-DD'),
    whole: { since: begin, until: today.format('YYYY-MM-DD') },
    chosen,
    text: (key: string) => address.get(key),
    address: `?${address.toString()}`,
    set: (key: string, value: string | Chosen | null) =>
      setAddress((now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(key);
        else next.set(key, typeof value === 'string' ? value : `${value.id}${BETWEEN}${value.name}`);
        return next;
      }),
  };
}

/** The rows of every month from the first to the last, those without one too: a trend has no gaps in its axis. */
export function everyMonth<Row>(rows: readonly Row[], monthOf: (row: Row) => string): { month: string; row: Row | undefined }[] {
  const known = new Map(rows.map((row) => [monthOf(row), row]));
  const months = [...known.keys()].sort();
  const found: { month: string; row: Row | undefined }[] = [];
  for (let month = months[0]; month !== undefined && month <= (months.at(-1) ?? ''); month = dayjs(month).add(1, 'month').format('YYYY-MM-DD')) found.push({ month, row: known.get(month) });
  return found;
}

export type Focus = ReturnType<typeof useFocus>;
