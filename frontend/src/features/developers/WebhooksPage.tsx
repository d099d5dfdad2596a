import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { WebhooksDocument as GroupHooks, type WebhookFilter, type WebhookOrder, type WebhooksQuery } from '@/gql/group/graphql';
import { WebhooksDocument as UnitHooks } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Count, DateTime } from '@/shared/ui/Values';
import { DeveloperTabs } from './DeveloperTabs';
import { WebhookDialog } from './WebhookDialog';
import { HookStatus, type HookState } from './words';

type Hook = WebhooksQuery['webhooks']['edges'][number]['node'];

const NEWEST = { field: 'CREATED_AT', descending: true };
const NO_FIELDS: readonly FilterField[] = [];

/** The addresses that are told what happens here. */
export function WebhooksPage() {
  const { t } = useTranslation('developers');
  const can = useCan();
  const door = useDoor();
  const navigate = useNavigate();
  const base = `${contextPath(useWorkContext())}/developers/webhooks`;
  const operation = useForDoor(GroupHooks, UnitHooks);
  const [adding, setAdding] = useState(false);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<WebhookFilter>(NO_FIELDS, filters), orderBy: orderBy<WebhookOrder>(order) }),
        (result) => result.webhooks,
      ),
    [door, operation],
  );
  const columns: readonly ListColumn<Hook>[] = [
    { key: 'title', title: t('hook.name'), primary: true, order: 'TITLE', render: (hook) => hook.title || hook.url, value: (hook) => hook.title || hook.url },
    { key: 'url', title: t('hook.url'), order: 'URL', render: (hook) => <span className="mono">{hook.url}</span>, value: (hook) => hook.url },
    { key: 'status', title: t('hook.state'), render: (hook) => <HookStatus status={hook.status} />, value: (hook) => t(`hook.status.${hook.status as HookState}`) },
    { key: 'events', title: t('tab.events'), numeric: true, render: (hook) => <Count value={hook.eventTypes.length} />, value: (hook) => hook.eventTypes.join(' ') },
    { key: 'last', title: t('hook.last'), order: 'LAST_DELIVERED_AT', render: (hook) => <DateTime value={hook.lastDeliveredAt} ago />, value: (hook) => hook.lastDeliveredAt },
  ];
  return (
    <>
      <ListPage
        listId="webhooks.webhooks"
        subject="webhook"
        title={t('title')}
        intro={t('hook.intro')}
        tabs={<DeveloperTabs />}
        actions={
          can('webhooks.webhook.create') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('hook.add')}
            </Button>
          )
        }
        columns={columns}
        filters={NO_FIELDS}
        order={NEWEST}
        load={load}
        rowKey={(hook) => hook.id}
        onOpen={(hook) => void navigate(`${base}/${hook.id}`)}
        empty={{ title: t('hook.empty'), hint: t('hook.emptyHint') }}
      />
      {adding && <WebhookDialog onClose={() => setAdding(false)} />}
    </>
  );
}
