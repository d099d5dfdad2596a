import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MrpDeliveryPullDocument, MrpSourceEditDocument, MrpSourcesDocument, type MrpSourcesQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { RowActions } from '@/shared/ui/RowActions';
import { Failure, Loading, State } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { DemandTabs } from './DemandTabs';
import { SourceDialog } from './SourceDialog';

export type Source = MrpSourcesQuery['mrpSources']['edges'][number]['node'];
export type Grouping = 'supplier' | 'category' | 'week' | 'all';
export type Shape = 'purchase_requisition' | 'planned_order';

/** Where demand comes from: whose requisitions it fills, how its lines are grouped, and whether an ERP is asked. */
export function SourcesPage() {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const [edited, setEdited] = useState<Source | 'new' | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(MrpSourcesDocument, {}, { subject: 'mrpSource' });
  const edits = can('procurement.mrp_source.edit');
  const sources = data?.mrpSources.edges.map(({ node }) => node) ?? [];
  const add = edits && (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('demand.newSource')}
    </Button>
  );
  return (
    <Page title={t('demand.title')} tabs={<DemandTabs />} actions={add}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Loading />
      ) : sources.length === 0 ? (
        <State title={t('demand.noSources')} hint={t('demand.noSourcesHint')} action={add} />
      ) : (
        <Table<Source>
          rowKey="id"
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={sources}
          columns={[
            { key: 'name', title: t('demand.name'), render: (_, row) => <strong>{row.name}</strong> },
            { key: 'active', title: t('field.status'), render: (_, row) => <StatusTag tone={row.active ? 'good' : 'idle'}>{t(row.active ? 'demand.active' : 'demand.paused')}</StatusTag> },
            { key: 'owner', title: t('demand.owner'), render: (_, row) => row.ownerName },
            { key: 'grouping', title: t('demand.groupingTitle'), render: (_, row) => t(`demand.grouping.${row.grouping as Grouping}`) },
            { key: 'pull', title: t('demand.pull'), render: (_, row) => <Pulled source={row} /> },
            { key: 'delivered', title: t('demand.deliveredAt'), render: (_, row) => <DateTime value={row.deliveredAt} /> },
            { key: 'actions', title: '', width: 48, render: (_, row) => <Actions source={row} onEdit={() => setEdited(row)} /> },
          ]}
        />
      )}
      <SourceDialog source={edited === 'new' ? null : edited} open={edited !== null} onClose={() => setEdited(null)} />
    </Page>
  );
}

function Pulled({ source }: { source: Source }) {
  const { t } = useTranslation('procurement');
  if (!source.shape) return <span className="soft">{t('demand.notPulled')}</span>;
  return (
    <span title={source.url}>
      {t(`demand.shape.${source.shape as Shape}`)} · {source.everyMinutes ? t('demand.every', { count: source.everyMinutes }) : t('demand.onDemand')}
    </span>
  );
}

function Actions({ source, onEdit }: { source: Source; onEdit: () => void }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const navigate = useNavigate();
  const { run } = useAction();
  const pull = useApiMutation(MrpDeliveryPullDocument, { payload: (r) => r.mrpDeliveryPull, touches: ['mrpDelivery'] });
  const edit = useApiMutation(MrpSourceEditDocument, { payload: (r) => r.mrpSourceEdit, touches: ['mrpSource'] });

  async function onPull() {
    const made = await pull.mutateAsync({ input: { sourceId: source.id, idempotencyKey: crypto.randomUUID() } });
    const id = made.mrpDeliveryPull?.delivery?.id;
    if (id) await navigate(places.demandDelivery(id));
  }

  return (
    <RowActions
      name={source.name}
      actions={[
        ...(source.shape && source.active && can('procurement.mrp_delivery.create') ? [{ key: 'pull', label: t('demand.pullNow'), onClick: () => void run(onPull) }] : []),
        ...(can('procurement.mrp_source.edit')
          ? [
              { key: 'edit', label: t('action.edit'), onClick: onEdit },
              {
                key: 'active',
                label: t(source.active ? 'demand.pause' : 'demand.resume'),
                onClick: () => void run(() => edit.mutateAsync({ input: { sourceId: source.id, version: source.version, active: !source.active } })),
              },
            ]
          : []),
      ]}
    />
  );
}
