import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnitOverviewDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { DateTime, Money } from '@/shared/ui/Values';
import type { en } from './locales/en';
import styles from './home.module.css';

interface Line {
  id: string;
  to: string;
  name: string;
  about: ReactNode;
  value?: ReactNode;
  at: string;
}

/** What waits, and the list it leads to, which shows exactly that many. */
const WORK: Readonly<Record<string, { to: string; name: keyof (typeof en)['unit']['desk'] }>> = {
  approvals: { to: 'approvals', name: 'approvals' },
  requisitions_to_order: { to: 'requisitions?f.status=approved', name: 'requisitionsToOrder' },
  orders_to_issue: { to: 'orders?f.status=approved', name: 'ordersToIssue' },
  orders_unconfirmed: { to: 'orders?f.status=issued&f.confirmation=none', name: 'ordersUnconfirmed' },
  orders_conditional: { to: 'orders?f.status=issued&f.confirmation=conditional', name: 'ordersConditional' },
  deliveries_late: { to: 'alerts?f.kind=procurement.delivery.late', name: 'deliveriesLate' },
  receipts_to_inspect: { to: 'receipts?f.status=inspecting', name: 'receiptsToInspect' },
  invoice_exceptions: { to: 'invoices?f.status=exception', name: 'invoiceExceptions' },
};

/** A unit at a glance, for whoever works there: what waits for the person, and what was begun last. */
export function UnitOverviewPage() {
  const { t } = useTranslation('home');
  const can = useCan();
  const context = useWorkContext();
  const base = contextPath(context);
  const prices = can('procurement.price.read');
  const { data, isPending, isError, error, refetch } = useApiQuery(
    UnitOverviewDocument,
    { tasks: can('approvals.task.decide'), requisitions: can('procurement.requisition.read'), orders: can('procurement.order.read'), prices },
    { subject: 'overview' },
  );
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const { myTasks, requisitions, purchaseOrders } = data;
  if (!myTasks && !requisitions && !purchaseOrders) return <State title={context.name} hint={t('unit.nothingHere')} />;

  const create = can('procurement.requisition.create') && (
    <LinkButton type="primary" to={`${base}/requisitions/new`}>
      {t('unit.newRequisition')}
    </LinkButton>
  );
  return (
    <Page title={context.name} actions={create}>
      <Figures>
        {data.desk.map(({ code, count }) => {
          const work = WORK[code];
          return work && <Figure key={code} to={`${base}/${work.to}`} name={t(`unit.desk.${work.name}`)} value={count} />;
        })}
        {data.requisitionsOpen && <Figure to={`${base}/requisitions`} name={t('unit.requisitionsOpen')} value={data.requisitionsOpen.totalCount} />}
        {data.ordersOpen && <Figure to={`${base}/orders?f.status=issued`} name={t('unit.ordersOpen')} value={data.ordersOpen.totalCount} />}
      </Figures>
      <div className={styles.boards}>
        {myTasks && (
          <Board
            title={t('unit.waiting')}
            all={`${base}/approvals`}
            none={t('unit.noTasks')}
            lines={myTasks.nodes.map((task) => ({
              id: task.id,
              to: `${base}/approvals/${task.runId}`,
              name: `${task.documentNumber} ${task.title}`,
              about: task.requesterName,
              value: <Money value={task.total} />,
              at: task.openedAt,
            }))}
          />
        )}
        {requisitions && (
          <Board
            title={t('unit.requisitions')}
            all={`${base}/requisitions`}
            none={t('unit.noRequisitions')}
            lines={requisitions.nodes.map((each) => ({
              id: each.id,
              to: `${base}/requisitions/${each.id}`,
              name: `${each.number} ${each.title}`,
              about: t(`unit.requisitionStatus.${each.status}` as 'unit.requisitionStatus.draft', { defaultValue: each.status }),
              value: <Money value={each.total} />,
              at: each.createdAt,
            }))}
          />
        )}
        {purchaseOrders && (
          <Board
            title={t('unit.orders')}
            all={`${base}/orders`}
            none={t('unit.noOrders')}
            lines={purchaseOrders.nodes.map((each) => ({
              id: each.id,
              to: `${base}/orders/${each.id}`,
              name: `${each.number} ${each.supplierName}`,
              about: t(`unit.orderStatus.${each.status}` as 'unit.orderStatus.draft', { defaultValue: each.status }),
              value: each.total && <Money value={each.total} />,
              at: each.createdAt,
            }))}
          />
        )}
      </div>
    </Page>
  );
}

function Board({ title, all, none, lines }: { title: string; all: string; none: string; lines: readonly Line[] }) {
  const { t } = useTranslation('home');
  return (
    <Section title={title} actions={<Link to={all}>{t('unit.all')}</Link>}>
      {lines.length === 0 && <p className="soft">{none}</p>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to={line.to}>{line.name}</Link>
            <div className={styles.lineAbout}>
              <span className="soft">
                {line.about} · <DateTime value={line.at} ago />
              </span>
              {line.value}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
