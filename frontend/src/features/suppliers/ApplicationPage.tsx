import { Button, Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApplicationAcceptDocument, ApplicationRejectDocument, ApplicationReturnDocument, SupplierApplicationDetailDocument, type SupplierApplicationDetailQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { usePlaces } from './places';
import { PROFILE, profileOf, type Finding, type StoredDocument } from './profile';
import { ApplicationTag, type CertificateKind } from './words';
import styles from './suppliers.module.css';

type Application = NonNullable<SupplierApplicationDetailQuery['supplierApplication']>;
type Rule = 'profile' | 'number' | 'every_rule_passed' | 'certificates' | 'same_name' | 'screening' | 'credit' | 'licence';
type Outcome = 'pass' | 'fail' | 'refer' | 'pending' | 'not_asked';
const TONES: Record<Outcome, Tone> = { pass: 'good', fail: 'bad', refer: 'warn', pending: 'accent', not_asked: 'idle' };

/** One application: the company, what each rule found, and the decision. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('suppliers');
  const places = usePlaces();
  const { data, error, isPending, refetch } = useApiQuery(SupplierApplicationDetailDocument, { id }, { subject: 'application' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const application = data.supplierApplication;
  if (!application) return <NotFound />;
  const profile = profileOf(application.profile);
  const findings = (application.findings ?? []) as readonly Finding[];
  const documents = (application.documents ?? []) as readonly StoredDocument[];
  return (
    <Page
      title={application.legalName}
      aside={<ApplicationTag status={application.status} />}
      intro={[application.decidedByRule && t('application.decidedByRule', { rule: t(`rule.${application.decidedByRule as Rule}`) }), application.decisionReason].filter(Boolean).join(' · ')}
      crumbs={[{ title: t('application.many'), to: places.applications }]}
      actions={<Decision application={application} />}
    >
      <Section title={t('application.findings')}>
        {findings.length === 0 && <p className="soft">{t('application.notYet')}</p>}
        <ul className={styles.plain}>
          {findings.map((finding) => (
            <li key={finding.rule} className={styles.row}>
              <strong>{t(`rule.${finding.rule as Rule}`)}</strong>
              <StatusTag tone={TONES[finding.outcome as Outcome]}>{t(`outcome.${finding.outcome as Outcome}`)}</StatusTag>
              <span className={styles.grow}>{i18n.language.startsWith('zh') ? finding.zh : finding.en}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('application.profile')}>
        <Facts items={[{ term: t('application.email'), value: application.email }, ...PROFILE.map(([field]) => ({ term: t(`field.${field}`), value: profile[field] || '–' }))]} />
      </Section>
      <Section title={t('application.documents')}>
        {documents.length === 0 && <p className="soft">{t('certificate.none')}</p>}
        <ul className={styles.plain}>
          {documents.map((document, index) => (
            <li key={index} className={styles.row}>
              <strong>{t(`certificateKind.${document.kind as CertificateKind}`)}</strong>
              <span className={styles.grow}>{[document.number, document.file_name].filter(Boolean).join(' · ')}</span>
              <span>{document.expires_date ?? t('noEnd')}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Decision({ application }: { application: Application }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const places = usePlaces();
  const { run, busy } = useAction();
  const worked = useWorkSeconds();
  const [asking, setAsking] = useState<'reject' | 'return' | null>(null);
  const [sameName, setSameName] = useState(false);
  const touches = ['application', 'supplier'] as const;
  const accept = useApiMutation(ApplicationAcceptDocument, { payload: (r) => r.applicationAccept, touches });
  const reject = useApiMutation(ApplicationRejectDocument, { payload: (r) => r.applicationReject, touches });
  const giveBack = useApiMutation(ApplicationReturnDocument, { payload: (r) => r.applicationReturn, touches });
  if (application.supplierId) return <LinkButton to={places.file(application.supplierId)}>{t('application.toSupplier')}</LinkButton>;
  if (application.status !== 'submitted' || !can('masterdata.application.decide')) return null;
  const key = { applicationId: application.id, version: application.version };
  const sharesName = ((application.findings ?? []) as readonly Finding[]).some((finding) => finding.rule === 'same_name' && finding.outcome === 'refer');
  const answer = (reason: string): Promise<unknown> => {
    const input = { ...key, reason, workSeconds: worked() };
    return asking === 'reject' ? reject.mutateAsync({ input }) : giveBack.mutateAsync({ input });
  };
  const title = asking === 'reject' ? t('application.reject') : t('application.giveBack');
  return (
    <>
      {sharesName && (
        <Checkbox checked={sameName} onChange={(event) => setSameName(event.target.checked)}>
          {t('application.sameName')}
        </Checkbox>
      )}
      <Button onClick={() => setAsking('return')}>{t('application.giveBack')}</Button>
      <Button danger onClick={() => setAsking('reject')}>
        {t('application.reject')}
      </Button>
      <Button type="primary" loading={busy} onClick={() => void run(() => accept.mutateAsync({ input: { ...key, sameNameConfirmed: sameName, workSeconds: worked() } }), t('application.accepted'))}>
        {t('application.accept')}
      </Button>
      <ReasonDialog open={asking !== null} danger={asking === 'reject'} title={title} submitLabel={title} send={answer} onDone={() => setAsking(null)} onClose={() => setAsking(null)} />
    </>
  );
}

/** Counts the seconds the page is before somebody: hidden tabs do not count. */
function useWorkSeconds(): () => number {
  const seconds = useRef(0);
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) seconds.current += 1;
    }, 1000);
    return () => window.clearInterval(timer);
  }, []);
  return () => seconds.current;
}
