import { useSearchParams } from 'react-router';

export const DIMENSIONS = ['unit', 'supplier', 'category', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** In months; 0 stands for everything. */
export const PERIODS = [3, 12, 36, 0] as const;

const NARROWING = ['unit', 'supplier', 'category'] as const;
const BETWEEN = '|';

/** What is asked, kept in the address: it can be linked to, and the way back is the browser's. */
export function useQuestion() {
  const [address, setAddress] = useSearchParams();
  const by = DIMENSIONS.find((each) => each === address.get('by')) ?? 'supplier';
  const months = PERIODS.find((each) => String(each) === address.get('months')) ?? 12;
  const narrowed = NARROWING.flatMap((dimension) => {
    const [id, ...name] = (address.get(dimension) ?? '').split(BETWEEN);
    return id ? [{ dimension, id, name: name.join(BETWEEN) }] : [];
  });
  const idsOf = (dimension: Dimension) => {
    const found = narrowed.find((each) => each.dimension === dimension);
    return found ? [found.id] : undefined;
  };
  const change = (edit: (next: URLSearchParams) => void) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      edit(next);
      return next;
    });
  return {
    question: { by, months, narrowed, ids: { unitIds: idsOf('unit'), supplierIds: idsOf('supplier'), categoryIds: idsOf('category') } },
    set: (key: string, value: string) => change((next) => next.set(key, value)),
    widen: (dimension: Dimension) => change((next) => next.delete(dimension)),
    /** Looks at one row alone, by the first dimension that is not settled yet. */
    narrow: (dimension: Dimension, id: string, name: string, dimensions: readonly Dimension[]) =>
      change((next) => {
        next.set(dimension, `${id}${BETWEEN}${name}`);
        next.set('by', dimensions.find((each) => each !== dimension && !next.has(each)) ?? 'month');
      }),
  };
}
