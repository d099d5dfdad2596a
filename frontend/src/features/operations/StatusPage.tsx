import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ServiceStatusDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Failure, Loading } from '@/shared/ui/States';
import styles from './operations.module.css';
import { StatusView } from './StatusView';

const EVERY = 60_000;

/** The public page of the service's state; it needs no login. */
export function StatusPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const { data, error, isPending, refetch } = useApiQuery(ServiceStatusDocument, {}, { subject: 'status', door: { kind: 'group' }, refetchInterval: () => EVERY });
  useEffect(() => {
    document.title = `${t('status.title')} · ${common('product')}`;
  }, [t, common]);
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <main className={styles.status}>
      <Link to="/welcome" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        {common('product')}
      </Link>
      <h1>{t('status.title')}</h1>
      <StatusView status={data.serviceStatus} />
    </main>
  );
}
