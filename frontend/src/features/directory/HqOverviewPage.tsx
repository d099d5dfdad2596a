import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GroupOverviewDocument, type GroupOverviewQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { bareId, contextPath } from '@/shared/session/viewer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { daysInWords } from '@/shared/ui/format';
import { countryName } from '@/shared/ui/places';
import { DateTime } from '@/shared/ui/Values';
import { UnitStatus } from './unitStatus';
import styles from './directory.module.css';

// Fetched only while a unit is being made.
const Progress = lazy(() => import('antd/es/progress'));

const HOUR = 3_600_000;

/** Head office at a glance: its units and what is being made, its people, and what was changed last. */
export function HqOverviewPage() {
  const { t, i18n } = useTranslation('directory');
  const chinese = i18n.language.startsWith('zh');
  const can = useCan();
  const context = useWorkContext();
  const base = contextPath(context);
  // To the hour: an instant of its own at each look would make every answer another one.
  const [now] = useState(() => new Date(Math.floor(Date.now() / HOUR) * HOUR).toISOString());
  const { data, isPending, isError, error, refetch } = useApiQuery(
    GroupOverviewDocument,
    {
      id: context.groupId,
      units: can('directory.unit.read'),
      members: can('accounts.member.read'),
      invitations: can('accounts.invitation.read'),
      audit: can('runtime.audit.read'),
      suppliers: can('masterdata.supplier.read'),
      sanctions: can('masterdata.sanction.read'),
      alerts: can('accounts.alert.read'),
      now,
    },
    { subject: 'overview' },
  );
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const { units, provisioningJobs, suppliers, sanctions, alertCounts, members, invitations, auditEntries } = data;
  return (
    <Page
      title={data.group?.name ?? context.name}
      actions={can('masterdata.sample_data.load') && <LinkButton to={`${base}/start`}>{t('overview.guide')}</LinkButton>}
    >
      <Figures>
        {units && <Figure to={`${base}/units`} name={t('unit.title')} value={units.totalCount} />}
        {alertCounts && <Figure to={`${base}/alerts`} name={t('overview.alerts')} value={alertCounts.reduce((sum, each) => sum + each.count, 0)} />}
        {suppliers && <Figure to={`${base}/suppliers`} name={t('overview.suppliers')} value={suppliers.totalCount} />}
        {sanctions && <Figure to={`${base}/sanctions`} name={t('overview.sanctions')} value={sanctions.totalCount} />}
        {provisioningJobs && provisioningJobs.nodes.length > 0 && <Figure to={`${base}/units?f.status=requested&f.status=provisioning`} name={t('overview.making')} value={provisioningJobs.nodes.length} />}
        {members && <Figure to={`${base}/members`} name={t('overview.memberships')} value={members.totalCount} />}
        {invitations && <Figure to={`${base}/members/invitations`} name={t('overview.openInvitations')} value={invitations.totalCount} />}
      </Figures>
      <div className={styles.columns}>
        {units && <Units units={units} jobs={provisioningJobs?.nodes ?? []} />}
        {auditEntries && (
          <Section title={t('overview.latest')} actions={<Link to={`${base}/audit`}>{t('overview.all')}</Link>}>
            {auditEntries.nodes.length === 0 && <p className="soft">{t('overview.nothing')}</p>}
            <ul className={styles.entries}>
              {auditEntries.nodes.map((entry) => (
                <li key={entry.id}>
                  <span>
                    <strong>{daysInWords(entry.subjectLabel, i18n.language) || (chinese ? entry.subjectTypeZh : entry.subjectTypeEn)}</strong>
                  </span>
                  <span className="soft">
                    {chinese ? entry.actionZh : entry.actionEn} · {chinese ? entry.actorZh : entry.actorEn} · <DateTime value={entry.at} ago />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}

interface UnitsProps {
  units: NonNullable<GroupOverviewQuery['units']>;
  jobs: NonNullable<GroupOverviewQuery['provisioningJobs']>['nodes'];
}

function Units({ units, jobs }: UnitsProps) {
  const { t, i18n } = useTranslation('directory');
  const can = useCan();
  const { contexts } = useViewer();
  const base = `${contextPath(useWorkContext())}/units`;
  const progress = new Map(jobs.map((job) => [job.unit?.id, job.total > 0 ? Math.round((job.done / job.total) * 100) : 0]));
  const create = can('directory.unit.create') && <LinkButton to={`${base}/new`}>{t('unit.create')}</LinkButton>;
  return (
    <Section title={t('unit.title')} actions={create}>
      {units.nodes.length === 0 && <State title={t('unit.empty')} hint={t('unit.emptyHint')} />}
      <ul className={styles.units}>
        {units.nodes.map((unit) => {
          const own = contexts.find((each) => each.kind === 'UNIT' && each.slug === unit.slug);
          return (
            <li key={unit.id}>
              <span className={styles.unitName}>
                <Link to={`${base}/${bareId(unit.id)}`}>{unit.name}</Link>
                <span className="soft">
                  {countryName(unit.country, i18n.language)} · {unit.currency}
                </span>
              </span>
              {progress.has(unit.id) ? (
                <Suspense>
                  <Progress percent={progress.get(unit.id)} size="small" aria-label={`${t('job.title')}: ${unit.name}`} className={styles.bar} />
                </Suspense>
              ) : (
                <UnitStatus status={unit.status} />
              )}
              <span className={styles.enter}>{own && <Link to={contextPath(own)}>{t('unit.enter')}</Link>}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
