import { useTranslation } from 'react-i18next';
import { WebhookEventsDocument as GroupEvents } from '@/gql/group/graphql';
import { WebhookEventsDocument as UnitEvents } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Code } from './Code';
import { DeveloperTabs } from './DeveloperTabs';
import styles from './developers.module.css';

/** The events a webhook of this place can want, each with what is sent. */
export function EventsPage() {
  const { t } = useTranslation('developers');
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupEvents, UnitEvents), {}, { subject: 'webhookEvent' });
  return (
    <Page title={t('title')} intro={t('events.intro')} tabs={<DeveloperTabs />}>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && (
        <div>
          {data.webhookEvents.map((event) => (
            <details key={event.code} className={styles.event}>
              <summary>
                <code>{event.code}</code>
                <span>{event.name}</span>
              </summary>
              <Code text={event.example} label={event.code} />
            </details>
          ))}
        </div>
      )}
    </Page>
  );
}
