import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '@/shared/session/ViewerContext';
import styles from './shell.module.css';

const fetchMenu = () => import('./PersonDropdown').then((file) => ({ default: file.PersonDropdown }));
const PersonDropdown = lazy(fetchMenu);

/** Who is signed in, and what belongs to the person rather than to a workspace. */
export function PersonMenu({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation();
  const { person } = useViewer();
  const ref = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState(false);

  const button = (
    <button
      ref={ref}
      type="button"
      className={styles.person}
      aria-haspopup="menu"
      aria-label={compact ? `${t('nav.person')}: ${person.displayName}` : undefined}
      onPointerEnter={() => void fetchMenu()}
      onClick={() => setWanted(true)}
    >
      <span className={styles.avatar} aria-hidden="true">
        {[...(person.displayName || person.email)][0]?.toUpperCase()}
      </span>
      {!compact && (
        <span className={styles.names}>
          <span className={styles.name}>{person.displayName || person.email}</span>
          <span className={styles.kind}>{person.email}</span>
        </span>
      )}
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <PersonDropdown compact={compact} button={ref}>
        {button}
      </PersonDropdown>
    </Suspense>
  );
}
