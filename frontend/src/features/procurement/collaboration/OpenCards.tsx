import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { DateTime } from '@/shared/ui/Values';
import type { Answer, Change, Deal, Side } from './deal';
import { AnswerDifferences, ChangeDifferences } from './Differences';
import { useSteps } from './useSteps';
import styles from './collaboration.module.css';

interface ChangeCardProps {
  deal: Deal;
  change: Change;
  side: Side;
  onAnswer: () => void;
}

/** A change that is proposed: to decide for the other side, to take back for one's own. */
export function ChangeCard({ deal, change, side, onAnswer }: ChangeCardProps) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const steps = useSteps();
  const [declining, setDeclining] = useState(false);
  const mine = change.side === side;
  const decides = !mine && change.status === 'proposed';
  const key = { changeId: change.id, version: change.version };
  const close = () => setDeclining(false);
  return (
    <article className={styles.card} data-waits={decides} aria-label={change.number}>
      <div className={styles.cardHead}>
        <strong>{t(change.side === 'buyer' ? 'deal.changeOfBuyer' : 'deal.changeOfSupplier', { number: change.number })}</strong>
        <span className="soft">{change.proposerName}</span>
        <DateTime value={change.proposedAt} ago />
      </div>
      {change.reason && <p className={styles.reason}>{change.reason}</p>}
      <ChangeDifferences deal={deal} change={change} />
      {change.status === 'in_approval' && <p className="soft">{t('deal.changeInApproval')}</p>}
      {mine && change.status === 'proposed' && <p className="soft">{t('deal.waitsForOther')}</p>}
      <div className={styles.cardFoot}>
        {decides && can('procurement.order_change.accept') && (
          <Button type="primary" loading={busy} onClick={() => void run(() => steps.accept.mutateAsync({ input: key }), t('deal.done.accepted'))}>
            {t('deal.accept')}
          </Button>
        )}
        {decides && side === 'supplier' && can('procurement.order_confirmation.send') && <Button onClick={onAnswer}>{t('deal.answerLines')}</Button>}
        {decides && can('procurement.order_change.reject') && (
          <Button danger disabled={busy} onClick={() => setDeclining(true)}>
            {t('deal.decline')}
          </Button>
        )}
        {mine && can('procurement.order_change.withdraw') && (
          <Button disabled={busy} onClick={() => void run(() => steps.withdraw.mutateAsync({ input: key }), t('deal.done.withdrawn'))}>
            {t('deal.withdraw')}
          </Button>
        )}
      </div>
      <ReasonDialog open={declining} title={t('deal.declineTitle', { number: change.number })} submitLabel={t('deal.decline')} send={(reason) => steps.reject.mutateAsync({ input: { ...key, reason } })} onDone={close} onClose={close} />
    </article>
  );
}

interface AnswerCardProps {
  deal: Deal;
  answer: Answer;
  /** The change that goes with the answer, when another quantity or price is proposed, or one is answered. */
  change: Change | undefined;
  side: Side;
}

/** A supplier's answer that deviates: the buyer decides it with one click. */
export function AnswerCard({ deal, answer, change, side }: AnswerCardProps) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const steps = useSteps();
  const [declining, setDeclining] = useState(false);
  const inApproval = change?.status === 'in_approval' && change.confirmationId === answer.id;
  const decides = side === 'buyer' && !inApproval;
  const key = { confirmationId: answer.id, version: answer.version };
  const close = () => setDeclining(false);
  return (
    <article className={styles.card} data-waits={decides} aria-label={answer.number}>
      <div className={styles.cardHead}>
        <strong>{t('deal.answerOfSupplier', { number: answer.number })}</strong>
        <span className="soft">{answer.senderName}</span>
        <DateTime value={answer.sentAt} ago />
      </div>
      {answer.note && <p className={styles.reason}>{answer.note}</p>}
      <AnswerDifferences deal={deal} answer={answer} />
      {inApproval && <p className="soft">{t('deal.changeInApproval')}</p>}
      {side === 'supplier' && !inApproval && <p className="soft">{t('deal.waitsForOther')}</p>}
      {decides && (
        <div className={styles.cardFoot}>
          {can('procurement.order_confirmation.accept') && (
            <Button type="primary" loading={busy} onClick={() => void run(() => steps.acceptAnswer.mutateAsync({ input: key }), t('deal.done.accepted'))}>
              {t('deal.accept')}
            </Button>
          )}
          {can('procurement.order_confirmation.decline') && (
            <Button danger disabled={busy} onClick={() => setDeclining(true)}>
              {t('deal.decline')}
            </Button>
          )}
        </div>
      )}
      <ReasonDialog open={declining} title={t('deal.declineTitle', { number: answer.number })} submitLabel={t('deal.decline')} send={(reason) => steps.declineAnswer.mutateAsync({ input: { ...key, reason } })} onDone={close} onClose={close} />
    </article>
  );
}
