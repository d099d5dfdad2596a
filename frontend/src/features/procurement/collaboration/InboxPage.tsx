import { Button, Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SupplierInboxDocument, type SupplierInboxQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { bareId } from '@/shared/session/viewer';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { AxisTag, OrderStatusTag } from '../statuses';
import { NoticeStatusTag } from './noticeStatus';
import styles from './collaboration.module.css';

type Row = SupplierInboxQuery['supplierInbox']['documents'][number];

/** The inbox belongs to the person: it reaches over every group, whatever workspace is open. */
const PERSON_DOOR = { kind: 'group' } as const;
const EVERY = 20_000;
const PAGE = 50;

const TONES: Record<string, Tone> = { accepted: 'good', recorded: 'good', rejected: 'bad', declined: 'bad', proposed: 'accent', pending: 'accent' };
const MOST = 100;

/** What all buyers share with the suppliers this person works for, what waits for an answer first. */
export function InboxPage() {
  const { t } = useTranslation('procurement');
  const [mine, setMine] = useState(true);
  const [words, setWords] = useState('');
  const [first, setFirst] = useState(PAGE);
  const search = useDeferredValue(words.trim());
  const { data, error, isPending, refetch } = useApiQuery(
    SupplierInboxDocument,
    { first, awaits: mine ? 'supplier' : '', search },
    { subject: 'inbox', door: PERSON_DOOR, keepPrevious: true, refetchInterval: () => EVERY },
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { documents, waiting, hasNextPage } = data.supplierInbox;
  return (
    <Page title={t('deal.inbox.title')} intro={t('deal.inbox.intro', { count: waiting })}>
      <div className={styles.inboxTools}>
        <Segmented
          value={mine ? 'mine' : 'all'}
          options={[
            { value: 'mine', label: `${t('deal.inbox.waiting')} · ${String(waiting)}` },
            { value: 'all', label: t('deal.inbox.all') },
          ]}
          onChange={(value) => setMine(value === 'mine')}
        />
        <Input allowClear style={{ maxWidth: 260 }} value={words} placeholder={t('deal.inbox.search')} aria-label={t('deal.inbox.search')} onChange={(event) => setWords(event.target.value)} />
      </div>
      {documents.length === 0 ? (
        <State title={t('deal.inbox.none')} hint={t('deal.inbox.noneHint')} />
      ) : (
        <ul className={styles.inbox}>
          {documents.map((row) => (
            <li key={row.id}>
              <InboxRow row={row} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && first < MOST && <Button onClick={() => setFirst(MOST)}>{t('deal.inbox.more')}</Button>}
    </Page>
  );
}

function InboxRow({ row }: { row: Row }) {
  const { t } = useTranslation('procurement');
  const base = `/s/${bareId(row.membershipId)}`;
  const to = row.docType === 'ship_notice' ? `${base}/ship-notices/${row.id}` : `${base}/orders/${row.orderId ?? row.id}`;
  return (
    <Link to={to} className={styles.inboxRow}>
      <span>
        <strong className="num">{row.number}</strong> <span className="soft">{t(`deal.inbox.type.${row.docType as 'order'}`)}</span>
      </span>
      <span>
        {row.unitName} <span className="soft">{row.groupName}</span>
      </span>
      {row.awaits === 'supplier' ? <StatusTag tone="warn">{t('deal.inbox.youAct')}</StatusTag> : <RowState row={row} />}
      <DateTime value={row.changedAt} ago />
    </Link>
  );
}

function RowState({ row }: { row: Row }) {
  const { t } = useTranslation('procurement');
  if (row.awaits === 'buyer') return <StatusTag tone="accent">{t('deal.inbox.buyerActs')}</StatusTag>;
  if (row.docType === 'ship_notice') return <NoticeStatusTag status={row.state} />;
  if (row.docType === 'order_change') return <StatusTag tone={TONES[row.state] ?? 'idle'}>{t(`deal.changeStatus.${row.state as 'proposed'}`)}</StatusTag>;
  if (row.docType === 'order_confirmation') return <StatusTag tone={TONES[row.state] ?? 'idle'}>{t(`deal.answerStatus.${row.state as 'pending'}`)}</StatusTag>;
  return ['issued', 'closed', 'short_closed', 'cancelled'].includes(row.state) ? <OrderStatusTag status={row.state} /> : <AxisTag state={row.state} />;
}
