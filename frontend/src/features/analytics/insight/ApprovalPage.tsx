import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApprovalTimesDocument as GroupApprovals } from '@/gql/group/graphql';
import { ApprovalTimesDocument as UnitApprovals } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Durations, useDurationSheet, type Duration } from './Durations';
import { ExportButton } from './ExportButton';
import { Frame, useNameOf } from './Frame';
import { useFocus } from './useFocus';

type By = 'unit' | 'documentType' | 'month';

const DIMENSIONS = { unit: 'UNIT', documentType: 'DOCUMENT_TYPE', month: 'MONTH' } as const;

/** A type of document is looked closer at by its code. */
const counting = <Row extends { documents: number; code: string; id?: string | null; month?: string | null }>(row: Row) => ({ ...row, id: row.id ?? (row.month ? null : row.code), count: row.documents });

/** How long people take to approve documents, over all units or in one. */
export function ApprovalPage() {
  const { t } = useTranslation('analytics');
  const focus = useFocus(12);
  const context = useWorkContext();
  const inUnit = context.kind === 'UNIT';
  const can = useCan();
  const nameOf = useNameOf();
  const [unit, documentType] = [focus.chosen('unit'), focus.chosen('documentType')];
  const choices: By[] = inUnit ? ['documentType', 'month'] : ['unit', 'documentType', 'month'];
  const by = choices.find((each) => each === focus.text('by')) ?? choices[0] ?? 'documentType';
  const only = { unitIds: unit && !inUnit ? [unit.id] : undefined, documentTypes: documentType ? [documentType.id] : undefined };
  const document = useForDoor(GroupApprovals, UnitApprovals);
  const along = useApiQuery(document, { by: DIMENSIONS.month, ...focus.whole, ...only }, { subject: 'approval', keepPrevious: true });
  const { data, error, isPending, refetch } = useApiQuery(document, { by: DIMENSIONS[by], since: focus.since, until: focus.until, ...only }, { subject: 'approval', keepPrevious: true });
  const months = useMemo(() => (along.data?.approvalTimes.rows ?? []).map(counting), [along.data]);
  const rows = useMemo(() => (data?.approvalTimes.rows ?? []).map(counting), [data]);
  const total = data?.approvalTimes.total;
  const words = { counted: t('insight.approvedDocuments'), none: '–' };
  const sheet = useDurationSheet({ ...words, rows, by: t(`dimension.${by}`) });
  const closer = (row: Duration) => {
    const { id } = row;
    return id ? () => focus.set(by, { id, name: nameOf(row, id) }) : undefined;
  };
  return (
    <Frame focus={focus} page="approval" narrowing={inUnit ? ['documentType'] : ['unit', 'documentType']} actions={rows.length > 0 && <ExportButton title={t('insight.tab.approval')} sheet={sheet} />}>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !total ? (
        <State title={t('insight.noApproval')} hint={t('insight.noApprovalHint')} />
      ) : (
        <>
          <Durations {...words} label={t('insight.tab.approval')} focus={focus} total={counting(total)} rows={rows} along={months} by={by} choices={choices} titleOf={(each) => t(`dimension.${each as By}`)} closer={closer} />
          {inUnit && can('approvals.run.read_all') && <Link to={`${contextPath(context)}/approval-times`}>{t('insight.bySteps')}</Link>}
        </>
      )}
    </Frame>
  );
}
