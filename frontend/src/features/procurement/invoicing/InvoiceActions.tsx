import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceMatchDocument, InvoiceRejectDocument, InvoiceSubmitDocument, InvoiceWithdrawDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { AssignDialog } from './AssignDialog';
import type { Invoice } from './InvoicePage';

const TOUCHES = ['invoice', 'order', 'task', 'run'] as const;

/** What can be done with an invoice now, by this person, in its state. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const [rejecting, setRejecting] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const match = useApiMutation(InvoiceMatchDocument, { payload: (r) => r.invoiceMatch, touches: TOUCHES });
  const submit = useApiMutation(InvoiceSubmitDocument, { payload: (r) => r.invoiceSubmit, touches: TOUCHES });
  const withdraw = useApiMutation(InvoiceWithdrawDocument, { payload: (r) => r.invoiceWithdraw, touches: TOUCHES });
  const reject = useApiMutation(InvoiceRejectDocument, { payload: (r) => r.invoiceReject, touches: TOUCHES });
  const key = { invoiceId: invoice.id, version: invoice.version };
  const inApproval = invoice.status === 'matching' && Boolean(invoice.approvalRunId);
  const isOpen = ['received', 'matching', 'exception'].includes(invoice.status) && !inApproval;
  const done = () => setRejecting(false);
  return (
    <>
      {isOpen && can('procurement.invoice.reject') && (
        <Button danger disabled={busy} onClick={() => setRejecting(true)}>{t('billing.reject')}</Button>
      )}
      {isOpen && !invoice.orderId && can('procurement.invoice.assign') && <Button type="primary" onClick={() => setAssigning(true)}>{t('billing.assign')}</Button>}
      {isOpen && invoice.orderId && can('procurement.invoice.match') && (
        <Button disabled={busy} onClick={() => void run(() => match.mutateAsync({ input: key }))}>{t('billing.match')}</Button>
      )}
      {inApproval && can('procurement.invoice.withdraw') && (
        <Button disabled={busy} onClick={() => void run(() => withdraw.mutateAsync({ input: key }), t('billing.withdrawn'))}>{t('billing.withdraw')}</Button>
      )}
      {invoice.status === 'matching' && !inApproval && can('procurement.invoice.submit') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => submit.mutateAsync({ input: key }), t('billing.submitted'))}>{t('billing.submit')}</Button>
      )}
      {assigning && <AssignDialog open invoice={invoice} onClose={() => setAssigning(false)} />}
      <ReasonDialog open={rejecting} title={t('billing.rejectTitle', { number: invoice.number })} submitLabel={t('billing.reject')} send={(reason) => reject.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
    </>
  );
}
