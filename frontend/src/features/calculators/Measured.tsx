import { useQueries } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CycleTimesDocument, DeliveriesDocument, type SpendQuery } from '@/gql/group/graphql';
import { ApprovalFiguresDocument } from '@/gql/unit/graphql';
import { doorKey, execute } from '@/shared/api/client';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Facts, Section } from '@/shared/ui/Page';
import { Count, Money, Quantity } from '@/shared/ui/Values';

const MOST_UNITS = 20;
const HOUR = 3_600_000;

interface MeasuredProps {
  since: string;
  until: string;
  spend?: SpendQuery['spend'];
  people?: string;
}

interface Fact {
  term: string;
  value: ReactNode;
}

/** What the group's own documents say of the last twelve months, each figure with the page it comes from. */
export function Measured({ since, until, spend, people }: MeasuredProps) {
  const { t } = useTranslation('calculators');
  const can = useCan();
  const base = contextPath(useWorkContext());
  const cycle = useApiQuery(CycleTimesDocument, { by: 'MONTH', since, until }, { subject: 'cycle', enabled: can('analytics.cycle.read') }).data?.cycleTimes.total;
  const came = useApiQuery(DeliveriesDocument, { by: ['MONTH'], since, until }, { subject: 'delivery', enabled: can('analytics.delivery.read') }).data?.deliveries.total;
  const approvals = useApprovals(since);
  const facts: Fact[] = [];
  const add = (term: string, value: ReactNode, of: ReactNode, to: string) =>
    facts.push({
      term,
      value: (
        <>
          {value}
          <br />
          <small className="soft">
            {of}
            <br />
            <Link to={to}>{t('measuredIn.source')}</Link>
          </small>
        </>
      ),
    });
  if (spend && spend.lines > 0) add(t('measuredIn.ordered'), <Money value={spend.total} />, t('measuredIn.orderLines', { count: spend.lines }), `${base}/spend`);
  if (people) add(t('measuredIn.people'), <Count value={Number(people)} />, t('measuredIn.peopleOf'), `${base}/members`);
  if (approvals) add(t('measuredIn.approval'), <Quantity value={approvals.meanDays.toFixed(2)} unit={t('measuredIn.days')} />, t('measuredIn.approvals', { count: approvals.documents, units: approvals.units }), approvals.to);
  if (cycle) add(t('measuredIn.cycle'), <Quantity value={cycle.medianDays} unit={t('measuredIn.days')} />, t('measuredIn.requisitionLines', { count: cycle.lines }), `${base}/insight/cycle`);
  if (came?.inTimePercent) add(t('measuredIn.inTime'), <Quantity value={came.inTimePercent} unit="%" decimals={1} />, t('measuredIn.deliveries', { count: came.lines }), `${base}/insight/on-time`);
  if (facts.length === 0) return null;
  return (
    <Section title={t('measuredIn.title')} intro={t('measuredIn.intro')}>
      <Facts items={facts} />
    </Section>
  );
}

interface Approvals {
  documents: number;
  units: number;
  meanDays: number;
  to: string;
}

/** The mean time of approvals over the units the person works in too, weighed by documents: units keep them to themselves. */
function useApprovals(since: string): Approvals | undefined {
  const { contexts } = useViewer();
  const { groupId } = useWorkContext();
  const [until] = useState(() => new Date(Math.ceil(Date.now() / HOUR) * HOUR).toISOString());
  const units = contexts.filter((each) => each.kind === 'UNIT' && each.groupId === groupId && each.permissions.includes('approvals.run.read_all')).slice(0, MOST_UNITS);
  const variables = { since: `${since}T00:00:00Z`, until };
  return useQueries({
    queries: units.map(({ slug }) => {
      const door = { kind: 'unit', slug } as const;
      return { queryKey: [doorKey(door), 'run', ApprovalFiguresDocument.toString(), variables], queryFn: () => execute(door, ApprovalFiguresDocument, variables) };
    }),
    combine: (answers) => {
      const known = answers.flatMap(({ data }, place) => (data && data.approvalFigures.documents > 0 ? [{ ...data.approvalFigures, unit: units[place] }] : []));
      const documents = known.reduce((sum, each) => sum + each.documents, 0);
      const [first] = known;
      if (!first?.unit) return undefined;
      const days = known.reduce((sum, each) => sum + Number(each.meanDays ?? 0) * each.documents, 0);
      return { documents, units: known.length, meanDays: days / documents, to: `${contextPath(first.unit)}/approval-times` };
    },
  });
}
