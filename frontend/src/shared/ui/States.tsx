import { Button, Spin } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError, isDenied, isNotFound, NetworkError } from '@/shared/api/errors';
import styles from './states.module.css';

interface StateProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  role?: 'status' | 'alert';
}

export function State({ title, hint, action, role }: StateProps) {
  return (
    <div className={styles.state} role={role}>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** Shows nothing for the first moment, so that quick answers do not flicker. */
export function Loading() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.state} role="status" aria-live="polite">
      {late && <Spin />}
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  );
}

export function Denied() {
  const { t } = useTranslation();
  return <State title={t('state.denied')} hint={t('state.deniedHint')} action={<Link to="/">{t('state.home')}</Link>} />;
}

export function NotFound() {
  const { t } = useTranslation();
  return <State title={t('state.notFound')} hint={t('state.notFoundHint')} action={<Link to="/">{t('state.home')}</Link>} />;
}

/** Says what went wrong in the reader's words and offers the one thing that can help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (isDenied(error)) return <Denied />;
  if (isNotFound(error)) return <NotFound />;
  const offline = error instanceof NetworkError;
  const reference = error instanceof ApiError && error.id ? t('state.reference', { id: error.id }) : undefined;
  return (
    <State
      role="alert"
      title={offline ? t('state.offline') : t('state.error')}
      hint={
        <>
          {offline ? t('state.offlineHint') : t('state.errorHint')}
          {reference && <span className={styles.reference}>{reference}</span>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    />
  );
}
