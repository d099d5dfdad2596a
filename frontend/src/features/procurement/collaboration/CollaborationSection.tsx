import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderCollaborationDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { AnswerDialog } from './AnswerDialog';
import { ChangeDialog } from './ChangeDialog';
import { openChange, pendingAnswer, type Deal, type Side } from './deal';
import { FilesMenu } from './FilesMenu';
import { History } from './History';
import { NoticeDialog } from './NoticeDialog';
import { AnswerCard, ChangeCard } from './OpenCards';
import { useSteps } from './useSteps';
import styles from './collaboration.module.css';

/** What buyer and supplier still have to agree on about an order, and everything they said before. */
export function CollaborationSection({ orderId }: { orderId: string }) {
  const can = useCan();
  const prices = can('procurement.price.read');
  const { data, error, isPending, refetch } = useApiQuery(OrderCollaborationDocument, { id: orderId, prices }, { subject: 'order' });
  const { t } = useTranslation('procurement');
  const side: Side = useWorkContext().kind === 'SUPPLIER' ? 'supplier' : 'buyer';
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const deal = data.purchaseOrder;
  if (!deal?.issuedAt) return null;
  return (
    <>
      <Section title={t(side === 'supplier' ? 'deal.sectionBuyer' : 'deal.section')} actions={<FilesMenu documentId={deal.id} />}>
        <Negotiation deal={deal} side={side} />
      </Section>
      <Section title={t('deal.history')}>
        <History deal={deal} />
      </Section>
    </>
  );
}

function Negotiation({ deal, side }: { deal: Deal; side: Side }) {
  const { t } = useTranslation('procurement');
  const [open, setOpen] = useState<'answer' | 'change' | 'notice' | null>(null);
  const change = openChange(deal);
  const answer = pendingAnswer(deal);
  const close = () => setOpen(null);
  return (
    <>
      {answer && <AnswerCard deal={deal} answer={answer} change={change} side={side} />}
      {change && !(answer && (change.confirmationId === answer.id || answer.changeId === change.id)) && (
        <ChangeCard deal={deal} change={change} side={side} onAnswer={() => setOpen('answer')} />
      )}
      {!answer && !change && <p className={styles.state}>{t(state(deal, side))}</p>}
      {deal.status === 'issued' && <Tools deal={deal} side={side} hasChange={change !== undefined} onOpen={setOpen} />}
      <AnswerDialog open={open === 'answer'} deal={deal} change={change?.side === 'buyer' && change.status === 'proposed' ? change : undefined} onClose={close} />
      <ChangeDialog open={open === 'change'} deal={deal} onClose={close} />
      <NoticeDialog open={open === 'notice'} deal={deal} onClose={close} />
    </>
  );
}

function state(deal: Deal, side: Side): 'deal.answerNeeded' | 'deal.waitsForSupplier' | 'deal.settled' {
  const answered = deal.confirmation !== 'none' && deal.confirmation !== 'acknowledged';
  if (answered || deal.status !== 'issued') return 'deal.settled';
  return side === 'supplier' ? 'deal.answerNeeded' : 'deal.waitsForSupplier';
}

interface ToolsProps {
  deal: Deal;
  side: Side;
  hasChange: boolean;
  onOpen: (dialog: 'answer' | 'change' | 'notice') => void;
}

function Tools({ deal, side, hasChange, onOpen }: ToolsProps) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const steps = useSteps();
  const key = { orderId: deal.id, version: deal.version };
  const fresh = deal.confirmation === 'none' || deal.confirmation === 'acknowledged';
  const answers = side === 'supplier' && can('procurement.order_confirmation.send');
  return (
    <div className={styles.bar}>
      {answers && fresh && !hasChange && (
        <Button type="primary" loading={busy} onClick={() => void run(() => steps.answer.mutateAsync({ input: key }), t('deal.done.accepted'))}>
          {t('deal.acceptAll')}
        </Button>
      )}
      {answers && <Button onClick={() => onOpen('answer')}>{t('deal.answerLines')}</Button>}
      {answers && deal.confirmation === 'none' && can('procurement.order.acknowledge') && (
        <Button disabled={busy} onClick={() => void run(() => steps.acknowledge.mutateAsync({ input: key }), t('deal.done.acknowledged'))}>
          {t('deal.acknowledge')}
        </Button>
      )}
      {!hasChange && can('procurement.order_change.propose') && <Button onClick={() => onOpen('change')}>{t('deal.propose')}</Button>}
      {can('procurement.ship_notice.create') && can('procurement.ship_notice.send') && <Button onClick={() => onOpen('notice')}>{t('deal.ship')}</Button>}
    </div>
  );
}
