import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PaymentCancelDocument, PaymentConfirmDocument, PaymentReleaseDocument, PaymentRunDetailDocument, type PaymentRunDetailQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { LineTable } from '@/shared/ui/LineTable';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { Count, Day, Money, Nothing } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { DocumentChain } from '../receiving/DocumentChain';
import { RunStatusTag } from './statuses';

type Run = NonNullable<PaymentRunDetailQuery['paymentRun']>;
type Item = Run['items'][number];

/** The place of suppliers without terms of a tier: after all others. */
const NO_TIER = 100;

/** One payment run: what it pays, in its order, and who may let it go. */
export function PaymentRunPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const can = useCan();
  const file = can('procurement.payment.release');
  const { data, error, isPending, refetch } = useApiQuery(PaymentRunDetailDocument, { id, file }, { subject: 'payment' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const run = data.paymentRun;
  if (!run) return <NotFound />;
  return (
    <Page title={run.number} aside={<RunStatusTag status={run.status} />} crumbs={[{ title: t('billing.pay.many'), to: places.paymentRuns }]} actions={<RunActions run={run} />}>
      <Section title={t('section.facts')}>
        <Facts
          items={[
            { term: t('billing.pay.total'), value: <Money value={run.total} /> },
            { term: t('billing.pay.transfers'), value: <Count value={run.transferCount} /> },
            { term: t('billing.pay.on'), value: <Day value={run.executionDate} /> },
            { term: t('billing.pay.until'), value: <Day value={run.dueUntilDate} /> },
            { term: t('billing.pay.from'), value: run.payerAccount ? `${run.payerAccount.holderName} ${run.payerAccount.accountNo}` : '–' },
            { term: t('billing.pay.creator'), value: run.creatorName || '–' },
            { term: t('billing.pay.releaser'), value: run.releaserName || '–' },
            ...(run.cancelReason ? [{ term: t('billing.pay.cancelReason'), value: run.cancelReason }] : []),
          ]}
        />
      </Section>
      <Section title={t('billing.pay.items')}>
        <LineTable<Item>
          rowKey="id"
          head="supplier"
          rows={run.items}
          columns={[
            { key: 'place', title: '#', align: 'right', width: 60, render: (_, item) => <Count value={item.place} /> },
            { key: 'supplier', title: t('billing.supplier'), render: (_, item) => item.invoice?.supplierName },
            { key: 'invoice', title: t('billing.one'), render: (_, item) => item.invoice && <Link to={places.invoice(item.invoice.id)} className="num">{item.invoice.number}</Link> },
            { key: 'supplierNumber', title: t('billing.supplierNumber'), render: (_, item) => <span className="num">{item.invoice?.supplierNumber}</span> },
            { key: 'order', title: t('billing.order'), render: (_, item) => (item.invoice?.order ? <Link to={places.order(item.invoice.order.id)} className="num">{item.invoice.order.number}</Link> : <Nothing />) },
            { key: 'tier', title: t('billing.pay.tier'), align: 'right', render: (_, item) => (item.priority < NO_TIER ? <Count value={item.priority} /> : <Nothing />) },
            { key: 'due', title: t('billing.dueDate'), render: (_, item) => <Day value={item.dueDate} /> },
            { key: 'amount', title: t('billing.amount'), align: 'right', render: (_, item) => <Money value={item.amount} /> },
          ]}
        />
      </Section>
      {[...new Set(run.items.flatMap(({ invoice }) => (invoice?.order ? [invoice.order.id] : [])))].slice(0, MOST_CHAINS).map((order) => (
        <DocumentChain key={order} orderId={order} />
      ))}
    </Page>
  );
}

/** A run over more orders shows the chains of the first; each order has its own. */
const MOST_CHAINS = 3;
const TOUCHES = ['payment', 'invoice', 'order'] as const;

function RunActions({ run: row }: { run: Run }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const [cancelling, setCancelling] = useState(false);
  const release = useApiMutation(PaymentReleaseDocument, { payload: (r) => r.paymentRelease, touches: TOUCHES });
  const confirm = useApiMutation(PaymentConfirmDocument, { payload: (r) => r.paymentConfirm, touches: TOUCHES });
  const cancel = useApiMutation(PaymentCancelDocument, { payload: (r) => r.paymentCancel, touches: TOUCHES });
  const key = { runId: row.id, version: row.version };
  const done = () => setCancelling(false);
  return (
    <>
      {['proposed', 'released'].includes(row.status) && can('procurement.payment.cancel') && (
        <Button danger disabled={busy} onClick={() => setCancelling(true)}>{t('billing.pay.cancel')}</Button>
      )}
      {row.fileUrl && <Button onClick={() => window.location.assign(row.fileUrl ?? '')}>{t('billing.pay.file')}</Button>}
      {row.status === 'proposed' && can('procurement.payment.release') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => release.mutateAsync({ input: key }), t('billing.pay.released'))}>{t('billing.pay.release')}</Button>
      )}
      {row.status === 'released' && can('procurement.payment.confirm') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => confirm.mutateAsync({ input: key }), t('billing.pay.confirmed'))}>{t('billing.pay.confirm')}</Button>
      )}
      <ReasonDialog open={cancelling} title={t('billing.pay.cancelTitle', { number: row.number })} submitLabel={t('billing.pay.cancel')} send={(reason) => cancel.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
    </>
  );
}
