import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiptCancelDocument, ReceiptInspectDocument, ReceiptPostDocument, ReceiptReverseDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { usePlaces } from '../places';
import { DecideDialog } from './DecideDialog';
import type { Receipt } from './ReceiptPage';
import { ReturnDialog } from './ReturnDialog';
import { DISPOSITIONS, leftOf, type Disposition } from './stand';

const TOUCHES = ['receipt', 'order', 'invoice'] as const;

/** What can be done with a receipt now, by this person, in its state. */
export function ReceiptActions({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState<'reverse' | 'drop' | 'return' | 'decide' | null>(null);
  const inspect = useApiMutation(ReceiptInspectDocument, { payload: (r) => r.receiptInspect, touches: TOUCHES });
  const post = useApiMutation(ReceiptPostDocument, { payload: (r) => r.receiptPost, touches: TOUCHES });
  const reverse = useApiMutation(ReceiptReverseDocument, { payload: (r) => r.receiptReverse, touches: TOUCHES });
  const cancel = useApiMutation(ReceiptCancelDocument, { payload: (r) => r.receiptCancel, touches: TOUCHES });
  const key = { receiptId: receipt.id, version: receipt.version };
  const { status, number } = receipt;
  const isOpen = status === 'draft' || status === 'inspecting';
  const done = () => setAsking(null);
  const has = (disposition: Disposition) => receipt.lines.some((line) => leftOf(receipt, line, disposition) !== '0');
  return (
    <>
      {isOpen && can('procurement.receipt.cancel') && (
        <Button danger disabled={busy} onClick={() => setAsking('drop')}>{t('incoming.receipt.drop')}</Button>
      )}
      {isOpen && can('procurement.receipt.edit') && <LinkButton to={places.editReceipt(receipt.id)}>{t(status === 'inspecting' ? 'incoming.receipt.enterFindings' : 'action.edit')}</LinkButton>}
      {status === 'draft' && can('procurement.receipt.inspect') && (
        <Button disabled={busy} onClick={() => void run(() => inspect.mutateAsync({ input: key }))}>{t('incoming.receipt.inspect')}</Button>
      )}
      {isOpen && can('procurement.receipt.post') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => post.mutateAsync({ input: key }), t('incoming.posted'))}>{t('incoming.post')}</Button>
      )}
      {status === 'posted' && has('quarantined') && can('procurement.receipt.decide') && <Button type="primary" onClick={() => setAsking('decide')}>{t('incoming.decide.act')}</Button>}
      {status === 'posted' && DISPOSITIONS.some(has) && can('procurement.return.create') && <Button onClick={() => setAsking('return')}>{t('incoming.back.act')}</Button>}
      {status === 'posted' && can('procurement.receipt.reverse') && (
        <Button danger disabled={busy} onClick={() => setAsking('reverse')}>{t('incoming.receipt.reverse')}</Button>
      )}
      <ReasonDialog open={asking === 'drop'} title={t('incoming.receipt.dropTitle', { number })} submitLabel={t('incoming.receipt.drop')} send={(reason) => cancel.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
      <ReasonDialog open={asking === 'reverse'} title={t('incoming.receipt.reverseTitle', { number })} submitLabel={t('incoming.receipt.reverse')} send={(reason) => reverse.mutateAsync({ input: { ...key, reason } })} onDone={done} onClose={done} />
      <DecideDialog open={asking === 'decide'} receipt={receipt} onClose={done} />
      <ReturnDialog open={asking === 'return'} receipt={receipt} onClose={done} />
    </>
  );
}
