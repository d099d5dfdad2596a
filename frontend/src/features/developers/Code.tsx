import CopyOutlined from '@ant-design/icons/es/icons/CopyOutlined';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './developers.module.css';

/** A text to read or to take along. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  );
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  async function copy() {
    await navigator.clipboard.writeText(text);
    void message.success(t('action.copied'));
  }
  return (
    <Button icon={<CopyOutlined />} aria-label={label} onClick={() => void copy()}>
      {t('action.copy')}
    </Button>
  );
}
