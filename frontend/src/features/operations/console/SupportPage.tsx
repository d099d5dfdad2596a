import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleSupportDocument, SupportEndDocument, SupportStartDocument, type ConsoleSupportQuery } from '@/gql/operator/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { beginSupport } from '@/shared/session/support';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from '../operations.module.css';
import { useConsole } from './useConsole';

type Grant = ConsoleSupportQuery['supportGrants'][number];

const TOUCHES = ['console'];

/** Consents that hold now; whoever acts under one does it in this tab alone, seen by everybody in the group. */
export function SupportPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const may = useConsole();
  const { run, busy } = useAction();
  const [starting, setStarting] = useState<Grant | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(ConsoleSupportDocument, {}, { subject: 'console' });
  const start = useApiMutation(SupportStartDocument, { payload: (result) => result.supportStart, touches: TOUCHES });
  const end = useApiMutation(SupportEndDocument, { payload: (result) => result.supportEnd, touches: TOUCHES });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;

  async function begin(reason: string): Promise<void> {
    const { supportStart } = await start.mutateAsync({ input: { grantId: starting?.id ?? '', reason } });
    if (supportStart?.session) beginSupport(supportStart.session);
  }

  return (
    <Page title={common('nav.consoleSupport')}>
      {data.supportSessions.length > 0 && (
        <Section title={t('support.own')}>
          <ul className={styles.cards}>
            {data.supportSessions.map((session) => (
              <li key={session.id} className={styles.card}>
                <div>
                  <strong>{session.personName}</strong> <Reach mayWrite={session.mayWrite} />
                  <div className="soft">{t('support.until')} <DateTime value={session.endsAt} /></div>
                </div>
                <div>
                  <Button type="primary" onClick={() => beginSupport(session)}>{t('support.resume')}</Button>{' '}
                  <Button loading={busy} onClick={() => void run(() => end.mutateAsync({ input: { sessionId: session.id } }), t('done'))}>{t('support.end')}</Button>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('support.consents')} intro={t('support.consentsIntro')}>
        {data.supportGrants.length === 0 && <p className="soft">{t('support.noConsents')}</p>}
        <ul className={styles.cards}>
          {data.supportGrants.map((grant) => (
            <li key={grant.id} className={styles.card}>
              <div>
                <strong>{grant.groupName}</strong> · {grant.personName} <Reach mayWrite={grant.mayWrite} />
                <div className="soft">{grant.reason}</div>
                <div className="soft">{t('support.grantedBy', { name: grant.grantedBy })} · {t('support.until')} <DateTime value={grant.endsAt} /></div>
              </div>
              {may('accounts.support.start') && <Button onClick={() => setStarting(grant)}>{t('support.start')}</Button>}
            </li>
          ))}
        </ul>
      </Section>
      <ReasonDialog open={starting !== null} danger={false} title={t('support.startTitle', { name: starting?.personName ?? '' })} submitLabel={t('support.start')} send={begin} onDone={() => setStarting(null)} onClose={() => setStarting(null)} />
    </Page>
  );
}

function Reach({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('operations');
  return <StatusTag tone={mayWrite ? 'warn' : 'idle'}>{mayWrite ? t('support.mayWrite') : t('support.readsOnly')}</StatusTag>;
}
