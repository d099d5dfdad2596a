import dayjs from 'dayjs';
import type { Filters, Range } from '@/shared/list/types';
import { Day } from '@/shared/ui/Values';

const moved = (day: string, days: number) => dayjs(day).add(days, 'day').format('YYYY-MM-DD');

/** The API ends a period with the first day after it; people mean its last day. */
export const lastDay = (endDate: string): string => moved(endDate, -1);

/** The other way round: what people enter as the last day, as the API takes it. */
export const dayAfter = (day: string): string => moved(day, 1);

/** Filters by a period's last day, as the API takes them. */
export function byEnd(filters: Filters): Filters {
  const range = filters.endDate as Range | undefined;
  if (range === undefined) return filters;
  return { ...filters, endDate: { from: range.from && dayAfter(range.from), to: range.to && dayAfter(range.to) } };
}

/** A scoring period from its first to its last day. */
export function Period({ startDate, endDate }: { startDate: string; endDate: string }) {
  return (
    <>
      <Day value={startDate} /> – <Day value={lastDay(endDate)} />
    </>
  );
}
