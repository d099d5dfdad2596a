import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '@/shared/keyboard/HotkeyContext';

interface RowKeys {
  count: number;
  /** The element around the rows, to bring the current row into sight. */
  frame: RefObject<HTMLElement | null>;
  onOpen: (index: number) => void;
  onSearch: () => void;
}

/** j and k walk the rows, Enter opens one, / goes to the search. Returns the current index, -1 before the first key. */
export function useRowKeys({ count, frame, onOpen, onSearch }: RowKeys): number {
  const { t } = useTranslation();
  const [at, setAt] = useState(-1);
  const active = Math.min(at, count - 1);

  function move(step: number) {
    const next = Math.max(0, Math.min(active + step, count - 1));
    setAt(next);
    const row = frame.current?.querySelectorAll<HTMLElement>('.ant-table-row, [data-row]')[next];
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
  }

  useHotkeys([
    { keys: '/', label: t('keyboard.search'), run: onSearch },
    { keys: 'j', label: t('keyboard.next'), run: () => move(1) },
    { keys: 'k', label: t('keyboard.previous'), run: () => move(-1) },
    { keys: 'o', label: t('keyboard.open'), run: () => active >= 0 && onOpen(active) },
  ]);
  return active;
}
