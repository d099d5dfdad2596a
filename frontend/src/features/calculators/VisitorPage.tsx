import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlansDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { AppearanceBar } from '@/shared/ui/AppearanceBar';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Failure, Loading } from '@/shared/ui/States';
import { Calculators } from './Calculators';
import styles from './calculators.module.css';

const DOOR = { kind: 'group' } as const;
const FIRST_SEATS = 10;

/** The calculators for somebody who has not signed in. */
export function VisitorPage() {
  const { t, i18n } = useTranslation(['calculators', 'common']);
  const { data, isPending, isError, error, refetch } = useApiQuery(PlansDocument, {}, { subject: `plan ${i18n.language}`, door: DOOR });
  useEffect(() => {
    document.title = `${t('title')} · ${t('common:product')}`;
  }, [t]);
  const plan = data?.plans.find(({ code }) => code === 'procurement') ?? data?.plans[0];
  return (
    <div className={styles.visitor}>
      <header className={styles.bar}>
        <Link to="/welcome" className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {t('common:product')}
        </Link>
        <LinkButton to="/signup?next=/start">{t('open')}</LinkButton>
      </header>
      <main className={styles.main}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('intro')}</p>
        {isPending ? (
          <Loading />
        ) : isError ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          plan && <Calculators plans={data.plans} choice={{ plan: plan.code, seats: FIRST_SEATS, currency: i18n.language === 'zh-CN' ? 'CNY' : 'EUR' }} />
        )}
      </main>
      <AppearanceBar />
    </div>
  );
}
