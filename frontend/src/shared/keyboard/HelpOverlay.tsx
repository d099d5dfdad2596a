import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActiveHotkeys, useHotkeys, type Hotkey } from './HotkeyContext';

const HelpDialog = lazy(() => import('./HelpDialog').then((file) => ({ default: file.HelpDialog })));

/** `?` lists the keys that work on the current screen. */
export function HelpOverlay() {
  const { t } = useTranslation();
  const active = useActiveHotkeys();
  const [shown, setShown] = useState<readonly Hotkey[] | null>(null);
  useHotkeys([{ keys: '?', label: t('keyboard.help'), run: () => setShown(unique(active())) }]);
  return <Suspense>{shown && <HelpDialog hotkeys={shown} onClose={() => setShown(null)} />}</Suspense>;
}

function unique(hotkeys: readonly Hotkey[]): readonly Hotkey[] {
  return [...new Map(hotkeys.map((hotkey) => [hotkey.keys, hotkey])).values()];
}
