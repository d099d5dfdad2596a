import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { auth } from '@/shared/session/allauth';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { instant } from './authenticators';
import { describeAgent } from './describeAgent';
import { SecurityEvents } from './SecurityEvents';
import styles from './settings.module.css';

interface Session {
  id: number;
  user_agent: string;
  ip: string;
  created_at: number;
  last_seen_at?: number;
  is_current: boolean;
}

const KEY = ['person', 'sessions'];

/** Where the person is signed in, and the button that ends it. */
export function SessionsPage() {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: KEY, queryFn: () => auth('GET', '/auth/sessions') });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const sessions = [...((list.data.data as unknown as readonly Session[] | undefined) ?? [])].sort((a, b) => Number(b.is_current) - Number(a.is_current) || b.created_at - a.created_at);
  const others = sessions.filter((session) => !session.is_current);

  async function end(ids: readonly number[]) {
    const answer = await auth('DELETE', '/auth/sessions', { sessions: ids });
    await queries.invalidateQueries({ queryKey: KEY });
    if (answer.status === 200) void message.success(t('sessions.ended', { count: ids.length }));
  }

  const endAll = others.length > 0 && (
    <Popconfirm title={t('sessions.endOthersAsk')} onConfirm={() => end(others.map((session) => session.id))}>
      <Button>{t('sessions.endOthers')}</Button>
    </Popconfirm>
  );
  return (
    <div className={styles.stack}>
    <Section title={t('sessions.title')} intro={t('sessions.intro')} actions={endAll}>
      <ul className={styles.items}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{describeAgent(session.user_agent) || t('sessions.unknown')}</strong>
              <span className="soft">
                <span className="mono">{session.ip}</span> · {t('sessions.since')} <DateTime value={instant(session.created_at)} />
                {session.last_seen_at && (
                  <>
                    {' '}
                    · {t('sessions.seen')} <DateTime value={instant(session.last_seen_at)} ago />
                  </>
                )}
              </span>
            </span>
            {session.is_current ? (
              <StatusTag tone="good">{t('sessions.current')}</StatusTag>
            ) : (
              <Button danger type="text" onClick={() => void end([session.id])}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
    <SecurityEvents />
    </div>
  );
}
