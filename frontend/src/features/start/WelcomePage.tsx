import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppearanceBar } from '@/shared/ui/AppearanceBar';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PriceList } from './PriceList';
import { pictureOf, PICTURES } from './pictures';
import styles from './welcome.module.css';

const GAINS = ['approvals', 'blacklist', 'orders', 'walls', 'scores', 'open'] as const;
const STEPS = ['account', 'group', 'ready', 'order'] as const;

/** What a visitor sees first: what it is, what it looks like, and the way in. */
export function WelcomePage() {
  const { t, i18n } = useTranslation(['start', 'common']);
  useEffect(() => {
    document.title = t('common:product');
  }, [t]);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <p className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {t('common:product')}
        </p>
        <LinkButton to="/login">{t('welcome.login')}</LinkButton>
      </header>
      <main className={styles.main}>
        <section className={styles.lead}>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
          <LinkButton type="primary" size="large" to="/signup?next=/start">
            {t('welcome.start')}
          </LinkButton>
        </section>
        <section aria-labelledby="gains">
          <h2 id="gains">{t('welcome.gains')}</h2>
          <ul className={styles.gains}>
            {GAINS.map((gain) => (
              <li key={gain}>
                <h3>{t(`welcome.gain.${gain}.title`)}</h3>
                <p>{t(`welcome.gain.${gain}.text`)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="looks">
          <h2 id="looks">{t('welcome.looks')}</h2>
          <div className={styles.pictures}>
            {PICTURES.map((name) => (
              <figure key={name}>
                <img src={pictureOf(name, i18n.language)} alt={t(`welcome.picture.${name}`)} width={1440} height={900} loading="lazy" />
                <figcaption>{t(`welcome.picture.${name}`)}</figcaption>
              </figure>
            ))}
          </div>
        </section>
        <section aria-labelledby="steps">
          <h2 id="steps">{t('welcome.steps')}</h2>
          <ol className={styles.steps}>
            {STEPS.map((step) => (
              <li key={step}>{t(`welcome.step.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="editions">
          <h2 id="editions">{t('welcome.prices')}</h2>
          <p className="soft">{t('welcome.editionsHint')}</p>
          <PriceList />
        </section>
      </main>
      <p className={styles.foot}>
        <Link to="/status">{t('welcome.status')}</Link>
      </p>
      <AppearanceBar />
    </div>
  );
}
