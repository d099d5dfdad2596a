import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AlertDocument as GroupAlert, type AlertQuery } from '@/gql/group/graphql';
import { AlertDocument as UnitAlert } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Facts, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { AlertActions, CommentForm } from './AlertActions';
import { Assignee } from './Assignee';
import styles from './alerts.module.css';
import { useAlertPlace } from './useAlertPlace';

export type ShownAlert = NonNullable<AlertQuery['alert']>;
type Note = ShownAlert['notes'][number];
type NoteAction = 'see' | 'assign' | 'comment' | 'snooze' | 'wake' | 'close' | 'reopen';

/** One alert in full: what is wrong, what to do, who looks after it, and what was done and said. */
export function AlertDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupAlert, UnitAlert), { id: id ?? '' }, { subject: 'alert', enabled: id !== null });
  const alert = data?.alert;
  return (
    <Drawer open={id !== null} onClose={onClose} size={560} title={alert?.name}>
      {isPending ? <Loading /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : alert ? <Shown alert={alert} /> : <NotFound />}
    </Drawer>
  );
}

function Shown({ alert }: { alert: ShownAlert }) {
  const { t } = useTranslation('analytics');
  const may = useCan()('accounts.alert.see');
  const place = useAlertPlace()(alert);
  const atGroup = useWorkContext().kind === 'GROUP';
  return (
    <>
      <p className={styles.what}>{place ? <Link to={place}>{alert.text}</Link> : alert.text}</p>
      {may && <AlertActions alert={alert} />}
      <Facts
        items={[
          { term: t('alerts.advice'), value: alert.advice },
          { term: t('alerts.state'), value: <State alert={alert} /> },
          { term: t('alerts.seenBy'), value: may ? <Assignee alert={alert} /> : alert.assigneeName || <Nothing /> },
          { term: t('alerts.since'), value: <DateTime value={alert.raisedAt} /> },
          { term: t('alerts.times'), value: alert.timesRaised },
          ...(alert.unit && atGroup ? [{ term: t('dimension.unit'), value: alert.unit.name }] : []),
        ]}
      />
      <div className={styles.history}>
        <Section title={t('alerts.notes')}>
          {alert.notes.length === 0 && <p className="soft">{t('alerts.noNotes')}</p>}
          <ol className={styles.notes}>
            {alert.notes.map((note) => (
              <li key={note.id}>
                <NoteLine note={note} />
              </li>
            ))}
          </ol>
          {may && <CommentForm alertId={alert.id} />}
        </Section>
      </div>
    </>
  );
}

function State({ alert }: { alert: ShownAlert }) {
  const { t } = useTranslation('analytics');
  if (alert.resolvedAt) return <>{t('alerts.states.gone')} <DateTime value={alert.resolvedAt} ago /></>;
  if (alert.closedAt) return <>{t('alerts.closedBy', { name: alert.closedByName })} <DateTime value={alert.closedAt} ago /></>;
  if (alert.snoozedUntilAt) return <>{t('alerts.until')} <DateTime value={alert.snoozedUntilAt} /></>;
  return <>{t('alerts.states.open')}</>;
}

function NoteLine({ note }: { note: Note }) {
  const { t } = useTranslation('analytics');
  const action = note.action as NoteAction;
  return (
    <>
      <strong>{note.authorName}</strong> <span className="soft">{action === 'assign' && !note.text ? t('alerts.note.unassign') : t(`alerts.note.${action}`)}</span>{' '}
      {note.untilAt && <DateTime value={note.untilAt} />} {action === 'assign' && note.text} <small className="soft"><DateTime value={note.at} ago /></small>
      {action !== 'assign' && note.text && <blockquote>{note.text}</blockquote>}
    </>
  );
}
