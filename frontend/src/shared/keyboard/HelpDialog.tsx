import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hotkey } from './HotkeyContext';
import { KeyCaps } from './KeyCaps';
import styles from './keyboard.module.css';

export function HelpDialog({ hotkeys, onClose }: { hotkeys: readonly Hotkey[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('keyboard.title')} footer={null} onCancel={onClose} width={420}>
      <dl className={styles.list}>
        {hotkeys.map((hotkey) => (
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
