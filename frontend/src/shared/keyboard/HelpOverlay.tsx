import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActiveHotkeys, useHotkeys, type Hotkey } from './HotkeyContext';
import styles from './keyboard.module.css';

export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function KeyCaps({ keys }: { keys: string }) {
  const parts = keys.split('+').map((part) => (part === 'mod' ? (isApple ? '⌘' : 'Ctrl') : part === 'Enter' ? '↵' : part));
  return (
    <span className={styles.caps}>
      {parts.map((part) => (
        <kbd key={part} className={styles.cap}>
          {part.length === 1 && /[a-z]/.test(part) && parts.length > 1 ? part.toUpperCase() : part}
        </kbd>
      ))}
    </span>
  );
}

/** `?` lists the keys that work on the current screen. */
export function HelpOverlay() {
  const { t } = useTranslation();
  const active = useActiveHotkeys();
  const [shown, setShown] = useState<readonly Hotkey[] | null>(null);
  useHotkeys([{ keys: '?', label: t('keyboard.help'), run: () => setShown(unique(active())) }]);
  return (
    <Modal open={shown !== null} title={t('keyboard.title')} footer={null} onCancel={() => setShown(null)} width={420}>
      <dl className={styles.list}>
        {shown?.map((hotkey) => (
          <div key={hotkey.keys}>
            <dt>{hotkey.label}</dt>
            <dd>
              <KeyCaps keys={hotkey.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

function unique(hotkeys: readonly Hotkey[]): readonly Hotkey[] {
  return [...new Map(hotkeys.map((hotkey) => [hotkey.keys, hotkey])).values()];
}
