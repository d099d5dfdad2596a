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
