import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RetentionRulesDocument, type RetentionRulesQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, Day, Nothing } from '@/shared/ui/Values';
import { ProtectionTabs } from './ProtectionTabs';
import { RetentionDrawer } from './RetentionDrawer';

export type RetentionRule = RetentionRulesQuery['retentionRules'][number];

const KINDS = ['ours', 'technical'] as const;

/** How long each kind of record is kept, on what grounds, and what the last clean-up did. */
export function RetentionPage() {
  const { t } = useTranslation('departure');
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(RetentionRulesDocument, {}, { subject: 'retention' });
  const rows = data?.retentionRules;
  const fields = useMemo<readonly FilterField[]>(() => [{ kind: 'choice', key: 'kind', title: t('retention.kind'), options: KINDS.map((value) => ({ value, label: t(`retention.${value}`) })) }], [t]);
  const load = useMemo(
    () =>
      localLoader<RetentionRule>({
        rows: rows ?? [],
        text: (row) => `${row.name} ${row.ground}`,
        matches: (row, filters) => !filters.kind || [filters.kind].flat().includes(kindOf(row)),
        keys: { DAYS: (row) => row.days, REMOVED: (row) => row.removed },
      }),
    [rows],
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const kind = (row: RetentionRule): string => t(`retention.${kindOf(row)}`);
  const action = (row: RetentionRule): string => t(`retention.action.${row.action as 'delete'}`);
  const period = (row: RetentionRule): string => t('retention.after', { count: row.days, since: row.since });
  const columns: readonly ListColumn<RetentionRule>[] = [
    { key: 'name', title: t('retention.name'), primary: true, render: (row) => row.name, value: (row) => row.name },
    { key: 'kind', title: t('retention.kind'), render: (row) => <StatusTag tone={row.ours ? 'good' : 'idle'}>{kind(row)}</StatusTag>, value: kind },
    { key: 'period', title: t('retention.period'), order: 'DAYS', render: period, value: period },
    { key: 'action', title: t('retention.what'), render: action, value: action },
    { key: 'lastDay', title: t('retention.last'), render: (row) => (row.last ? <Day value={row.last.day} /> : <Nothing />), value: (row) => row.last?.day },
    { key: 'lastRemoved', title: t('retention.lastRemoved'), numeric: true, render: (row) => (row.last ? <Count value={row.last.removed} /> : <Nothing />), value: (row) => row.last?.removed },
    { key: 'held', title: t('retention.held'), numeric: true, render: (row) => (row.last ? <Count value={row.last.held} /> : <Nothing />), value: (row) => row.last?.held },
    { key: 'removed', title: t('retention.removed'), numeric: true, order: 'REMOVED', render: (row) => (row.ours ? <Count value={row.removed} /> : <Nothing />), value: (row) => row.removed },
  ];
  return (
    <>
      <ListPage
        listId="privacy.retention"
        subject="retention"
        title={t('retention.title')}
        intro={t('retention.intro')}
        tabs={<ProtectionTabs />}
        columns={columns}
        filters={fields}
        load={load}
        version={rows}
        rowKey={(row) => row.code}
        onOpen={(row) => setOpen(row.code)}
        empty={{ title: t('retention.empty'), hint: t('retention.emptyHint') }}
      />
      <RetentionDrawer rule={data.retentionRules.find((row) => row.code === open) ?? null} onClose={() => setOpen(null)} />
    </>
  );
}

function kindOf(row: RetentionRule): 'ours' | 'technical' {
  return row.ours ? 'ours' : 'technical';
}
