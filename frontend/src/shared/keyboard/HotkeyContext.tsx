import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';

export interface Hotkey {
  /** One key, as `KeyboardEvent.key` names it, or `mod+k` for Ctrl or ⌘. */
  keys: string;
  label: string;
  run: () => void;
  /** Works while typing in a field as well. */
  everywhere?: boolean;
}

interface Registry {
  add: (set: readonly Hotkey[]) => () => void;
  active: () => readonly Hotkey[];
}

const HotkeyContext = createContext<Registry>({ add: () => () => undefined, active: () => [] });

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return !!element?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]');
}

const inDialog = (): boolean => document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null;

/** One listener for the whole application; the screen mounted last wins a key. */
export function HotkeyProvider({ children }: { children: ReactNode }) {
  const sets = useRef<(readonly Hotkey[])[]>([]);
  const registry = useMemo<Registry>(
    () => ({
      add: (set) => {
        sets.current = [...sets.current, set];
        return () => {
          sets.current = sets.current.filter((each) => each !== set);
        };
      },
      active: () => sets.current.flat(),
    }),
    [],
  );
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const name = nameOf(event);
      const hit = sets.current.flat().findLast((hotkey) => hotkey.keys === name);
      if (!hit) return;
      if (!hit.everywhere && (isTyping(event.target) || inDialog())) return;
      event.preventDefault();
      hit.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return <HotkeyContext value={registry}>{children}</HotkeyContext>;
}

/** This will keep the hotkeys active while the component is mounted. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const { add } = useContext(HotkeyContext);
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  const signature = hotkeys.map((hotkey) => `${hotkey.keys}:${hotkey.label}`).join('|');
  useEffect(() => {
    const stable = latest.current.map((hotkey) => ({
      ...hotkey,
      run: () => latest.current.find((each) => each.keys === hotkey.keys)?.run(),
    }));
    return add(stable);
  }, [add, signature]);
}

export const useActiveHotkeys = (): (() => readonly Hotkey[]) => useContext(HotkeyContext).active;
