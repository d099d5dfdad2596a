import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { WebhookDetailDocument as GroupDetail } from '@/gql/group/graphql';
import { WebhookDetailDocument as UnitDetail } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { countryName } from '@/shared/ui/places';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime } from '@/shared/ui/Values';
import { Deliveries } from './Deliveries';
import { WebhookActions } from './WebhookActions';
import { SecretDialog, WebhookDialog } from './WebhookDialog';
import { HookStatus } from './words';

/** One webhook: what it wants, how it fares, and its log. */
export function WebhookPage() {
  const { t, i18n } = useTranslation('developers');
  const { id = '' } = useParams();
  const base = `${contextPath(useWorkContext())}/developers/webhooks`;
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupDetail, UnitDetail), { id }, { subject: 'webhook' });
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const hook = data.webhook;
  if (!hook) return <NotFound />;
  return (
    <Page
      title={hook.title || t('hook.one')}
      crumbs={[{ title: t('tab.webhooks'), to: base }]}
      aside={<HookStatus status={hook.status} />}
      actions={<WebhookActions hook={hook} onEdit={() => setEditing(true)} onSecret={setSecret} />}
      intro={hook.status === 'disabled' ? t('hook.disabledHint') : undefined}
    >
      <Section title={t('hook.facts')}>
        <Facts
          items={[
            { term: t('hook.url'), value: <span className="mono">{hook.url}</span> },
            { term: t('hook.country'), value: countryName(hook.country, i18n.language) },
            { term: t('tab.events'), value: hook.eventTypes.join(', ') },
            { term: t('hook.last'), value: <DateTime value={hook.lastDeliveredAt} /> },
            { term: t('hook.failing'), value: <DateTime value={hook.failingSinceAt} /> },
            { term: t('hook.former'), value: <DateTime value={hook.formerUntilAt} /> },
          ]}
        />
      </Section>
      <Deliveries webhookId={hook.id} />
      {editing && <WebhookDialog hook={hook} onClose={() => setEditing(false)} />}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  );
}
