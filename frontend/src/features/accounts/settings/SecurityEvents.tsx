import { useTranslation } from 'react-i18next';
import { SecurityEventsDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Section } from '@/shared/ui/Page';
import { DateTime } from '@/shared/ui/Values';
import { describeAgent } from './describeAgent';
import styles from './settings.module.css';

const PERSON_DOOR = { kind: 'group' } as const;

/** What happened around the person's own login lately. */
export function SecurityEvents() {
  const { t } = useTranslation('accounts');
  const { data } = useApiQuery(SecurityEventsDocument, {}, { subject: 'securityEvent', door: PERSON_DOOR });
  const events = data?.securityEvents ?? [];
  if (events.length === 0) return null;
  return (
    <Section title={t('securityEvent.title')} intro={t('securityEvent.intro')}>
      <ul className={styles.items}>
        {events.map((event) => (
          <li key={event.id} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{t(`securityEvent.kind.${event.kind}` as 'securityEvent.kind.login', { defaultValue: event.kind })}</strong>
              <span className="soft">
                {describeAgent(event.userAgent)} <span className="mono">{event.ipAddress}</span>
              </span>
            </span>
            <DateTime value={event.at} ago />
          </li>
        ))}
      </ul>
    </Section>
  );
}
