import { useUoms } from '@/shared/pickers/useUoms';
import { Quantity } from './Values';

interface AmountProps {
  value: string | null | undefined;
  /** The code of a unit of measure, e.g. `KGM`. */
  uom: string | null | undefined;
}

/** How much of something that is bought: a number and its unit of measure in words. */
export function Amount({ value, uom }: AmountProps) {
  const { name } = useUoms();
  return <Quantity value={value} unit={uom ? name(uom) : undefined} />;
}
