import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApprovalTimesDocument, CycleTimesDocument, DeliveriesDocument, type SpendQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Facts, Section } from '@/shared/ui/Page';
import { Count, Money, Quantity } from '@/shared/ui/Values';

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
  const approvals = useApiQuery(ApprovalTimesDocument, { by: 'UNIT', since, until }, { subject: 'approval', enabled: can('analytics.cycle.read') }).data?.approvalTimes;
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
  if (approvals?.total) add(t('measuredIn.approval'), <Quantity value={approvals.total.meanDays} unit={t('measuredIn.days')} />, t('measuredIn.approvals', { count: approvals.total.documents, units: approvals.rows.length }), `${base}/insight/approval`);
  if (cycle) add(t('measuredIn.cycle'), <Quantity value={cycle.medianDays} unit={t('measuredIn.days')} />, t('measuredIn.requisitionLines', { count: cycle.lines }), `${base}/insight/cycle`);
  if (came?.inTimePercent) add(t('measuredIn.inTime'), <Quantity value={came.inTimePercent} unit="%" decimals={1} />, t('measuredIn.deliveries', { count: came.lines }), `${base}/insight/on-time`);
  if (facts.length === 0) return null;
  return (
    <Section title={t('measuredIn.title')} intro={t('measuredIn.intro')}>
      <Facts items={facts} />
    </Section>
  );
}
