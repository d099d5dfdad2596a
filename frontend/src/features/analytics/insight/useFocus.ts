import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';

export const PERIODS = [3, 12, 36, 120] as const;

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
  const first = month ?? today.subtract(months - 1, 'month').startOf('month').format('YYYY-MM-DD');
  const chosen = (key: string): Chosen | null => {
    const [id, ...name] = (address.get(key) ?? '').split(BETWEEN);
    return id ? { id, name: name.join(BETWEEN) } : null;
  };
  return {
    months,
    month,
    /** The period as figures take it, in whole months. */
    since: first,
    until: month ?? today.format('YYYY-MM-DD'),
    /** The same as lists of documents take it: the day after the last. */
    end: dayjs(month ?? today).add(1, 'month').startOf('month').format('YYYY-MM-DD'),
    whole: { since: today.subtract(months - 1, 'month').startOf('month').format('YYYY-MM-DD'), until: today.format('YYYY-MM-DD') },
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

export type Focus = ReturnType<typeof useFocus>;
