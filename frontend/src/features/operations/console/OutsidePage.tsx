import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleOutsideDocument, type ConsoleOutsideQuery } from '@/gql/operator/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { ListPage } from '@/shared/list/ListPage';
import { localLoader } from '@/shared/list/localLoader';
import type { ListColumn } from '@/shared/list/types';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Count, DateTime, Nothing } from '@/shared/ui/Values';

type Kind = ConsoleOutsideQuery['outsideKinds'][number];

const TONES: Record<string, Tone> = { closed: 'good', trying: 'warn', open: 'bad' };

/** Which systems outside are called, and which are left alone for a while. */
export function OutsidePage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const { data, error, isPending, refetch } = useApiQuery(ConsoleOutsideDocument, {}, { subject: 'console', refetchInterval: () => 10_000 });
  const rows = data?.outsideKinds;
  const load = useMemo(() => localLoader<Kind>({ rows: rows ?? [], text: (row) => row.kind, keys: {} }), [rows]);
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const name = (row: Kind) => t(`outside.kinds.${row.kind as 'mail'}`);
  const state = (row: Kind) => t(`outside.states.${row.state as 'closed'}`);
  const columns: readonly ListColumn<Kind>[] = [
    { key: 'kind', title: t('outside.kind'), primary: true, render: name, value: name },
    { key: 'state', title: t('outside.state'), render: (row) => <StatusTag tone={TONES[row.state] ?? 'idle'}>{state(row)}</StatusTag>, value: state },
    { key: 'troubled', title: t('outside.troubled'), numeric: true, render: (row) => <Count value={row.troubled} />, value: (row) => row.troubled },
    { key: 'failures', title: t('outside.failures'), numeric: true, render: (row) => <Count value={row.failures} />, value: (row) => row.failures },
    { key: 'why', title: t('outside.why'), render: (row) => row.why || <Nothing />, value: (row) => row.why },
    { key: 'failed', title: t('outside.failedAt'), render: (row) => <DateTime value={row.failedAt} ago />, value: (row) => row.failedAt },
    { key: 'again', title: t('outside.triedAgainAt'), render: (row) => <DateTime value={row.triedAgainAt} />, value: (row) => row.triedAgainAt },
  ];
  return <ListPage listId="operations.outside" subject="console" title={common('nav.consoleOutside')} intro={t('outside.intro')} columns={columns} load={load} version={rows} rowKey={(row) => row.kind} />;
}
