import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApprovalRunDetailDocument, type ApprovalRunDetailQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useUoms } from '@/shared/pickers/useUoms';
import { useViewer } from '@/shared/session/ViewerContext';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime, Money } from '@/shared/ui/Values';
import { DecisionBar } from './DecisionBar';
import { useDocumentType } from './names';
import { usePlaces } from './places';
import { Timeline } from './Timeline';
import styles from './approvals.module.css';

export type Run = NonNullable<ApprovalRunDetailQuery['approvalRun']>;

const TONES: Record<string, Tone> = { pending: 'accent', approved: 'good', rejected: 'bad', returned: 'warn', withdrawn: 'idle', expired: 'idle', invalidated: 'warn' };
export type RunStatus = 'pending' | 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'expired' | 'invalidated';

/** A line of the summary as it was kept, "Gloves × 40 C62", with the unit of measure in words. */
const inWords = (line: string, name: (code: string) => string): string => line.replace(/( × [\d.]+) ([A-Z0-9]{2,3})(?=$| )/, (_, amount: string, code: string) => `${amount} ${name(code)}`);

/** One document in its approval: what it is, who decides, and the decision itself within two taps. */
export function RunPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  const documentType = useDocumentType();
  const { person } = useViewer();
  const { name } = useUoms();
  const { data, error, isPending, refetch } = useApiQuery(ApprovalRunDetailDocument, { id }, { subject: 'run' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const run = data.approvalRun;
  if (!run) return <NotFound />;
  const mine = run.status === 'pending' ? run.tasks.find((task) => task.status === 'active' && task.assigneeId === person.id) : undefined;
  const document = places.document(run.documentType, run.documentId);
  const lines = Array.isArray(run.lines) ? (run.lines as string[]) : [];
  return (
    <Page
      title={`${documentType(run.documentType)} ${run.documentNumber}`}
      aside={<StatusTag tone={TONES[run.status] ?? 'idle'}>{t(`runStatus.${run.status as RunStatus}`)}</StatusTag>}
      intro={run.title}
      crumbs={[{ title: t('inbox.title'), to: places.inbox }]}
      width="reading"
    >
      <div className={styles.sum}>
        <Money value={run.total} />
      </div>
      <Section title={t('section.document')} actions={document && <Link to={document}>{t('action.openDocument')}</Link>}>
        <Facts
          items={[
            { term: t('field.requester'), value: run.requesterName },
            { term: t('field.startedAt'), value: <DateTime value={run.startedAt} /> },
            ...(run.endedAt ? [{ term: t('field.endedAt'), value: <DateTime value={run.endedAt} /> }] : []),
          ]}
        />
        {lines.length > 0 && (
          <ul className={styles.lines}>
            {lines.map((line, index) => (
              <li key={index}>{inWords(line, name)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('section.steps')}>
        <Timeline run={run} />
      </Section>
      {mine && <DecisionBar taskId={mine.id} contentHash={run.contentHash} onDone={() => void refetch()} />}
    </Page>
  );
}
