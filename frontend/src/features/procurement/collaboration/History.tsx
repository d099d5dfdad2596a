import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { AxisTag } from '../statuses';
import { usePlaces } from '../places';
import type { Answer, Change, Deal, Notice } from './deal';
import { AnswerDifferences, ChangeDifferences } from './Differences';
import { FilesMenu } from './FilesMenu';
import { NoticeStatusTag } from './noticeStatus';
import styles from './collaboration.module.css';

const CHANGE_TONE: Record<string, Tone> = { proposed: 'accent', in_approval: 'accent', accepted: 'good', rejected: 'bad', expired: 'idle', withdrawn: 'idle' };
const ANSWER_TONE: Record<string, Tone> = { pending: 'warn', recorded: 'good', accepted: 'good', declined: 'bad', superseded: 'idle' };

interface Entry {
  key: string;
  at: string;
  content: React.ReactNode;
}

/** Everything both sides said about an order, the newest first: who, when, and what it changed. */
export function History({ deal }: { deal: Deal }) {
  const { t } = useTranslation('procurement');
  const entries: Entry[] = [
    ...deal.changes.map((change) => ({ key: change.id, at: change.proposedAt, content: <ChangeEntry deal={deal} change={change} /> })),
    ...deal.confirmations.map((answer) => ({ key: answer.id, at: answer.sentAt, content: <AnswerEntry deal={deal} answer={answer} /> })),
    ...deal.shipNotices.map((notice) => ({ key: notice.id, at: notice.sentAt ?? notice.createdAt, content: <NoticeEntry notice={notice} /> })),
    ...(deal.issuedAt ? [{ key: 'issued', at: deal.issuedAt, content: <Head title={t('deal.event.issued')} name={deal.buyerName} at={deal.issuedAt} /> }] : []),
  ];
  entries.sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className={styles.history} aria-label={t('deal.history')}>
      {entries.map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
    </ol>
  );
}

function Head({ title, tag, name, at, fileId }: { title: React.ReactNode; tag?: React.ReactNode; name: string; at: string; fileId?: string }) {
  return (
    <div className={styles.entryHead}>
      <strong>{title}</strong>
      {tag}
      <span className="soft">{name}</span>
      <DateTime value={at} />
      {fileId && <FilesMenu documentId={fileId} givesOnly small />}
    </div>
  );
}

function ChangeEntry({ deal, change }: { deal: Deal; change: Change }) {
  const { t } = useTranslation('procurement');
  const tag = <StatusTag tone={CHANGE_TONE[change.status] ?? 'idle'}>{t(`deal.changeStatus.${change.status as 'proposed'}`)}</StatusTag>;
  return (
    <>
      <Head title={t('deal.event.change', { number: change.number })} tag={tag} name={change.proposerName} at={change.proposedAt} fileId={change.id} />
      {change.reason && <p className={styles.reason}>{change.reason}</p>}
      <ChangeDifferences deal={deal} change={change} />
      <Decided name={change.deciderName} at={change.decidedAt} reason={change.decisionReason} />
    </>
  );
}

function AnswerEntry({ deal, answer }: { deal: Deal; answer: Answer }) {
  const { t } = useTranslation('procurement');
  const tag = (
    <>
      <AxisTag state={answer.response} />
      <StatusTag tone={ANSWER_TONE[answer.status] ?? 'idle'} hollow>
        {t(`deal.answerStatus.${answer.status as 'pending'}`)}
      </StatusTag>
    </>
  );
  return (
    <>
      <Head title={t('deal.event.confirmation', { number: answer.number })} tag={tag} name={answer.senderName} at={answer.sentAt} fileId={answer.id} />
      {answer.note && <p className={styles.reason}>{answer.note}</p>}
      {answer.response !== 'accepted' && <AnswerDifferences deal={deal} answer={answer} />}
      <Decided name={answer.deciderName} at={answer.decidedAt} reason={answer.decisionReason} />
    </>
  );
}

function NoticeEntry({ notice }: { notice: Notice }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const title = <Link to={places.shipNotice(notice.id)}>{t('deal.event.notice', { number: notice.number })}</Link>;
  return <Head title={title} tag={<NoticeStatusTag status={notice.status} />} name={notice.senderName} at={notice.sentAt ?? notice.createdAt} />;
}

function Decided({ name, at, reason }: { name: string; at: string | null | undefined; reason: string }) {
  if (!at) return null;
  return (
    <p className={styles.decided}>
      <span className="soft">{name}</span> <DateTime value={at} /> {reason && <q>{reason}</q>}
    </p>
  );
}
