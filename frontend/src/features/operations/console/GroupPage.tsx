import { Button, Progress, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CareAssignDocument, ConsoleGroupDocument, ProvisioningRetryDocument, type ConsoleGroupQuery } from '@/gql/operator/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime, Day, Nothing } from '@/shared/ui/Values';
import { AvailabilityTable } from '../AvailabilityTable';
import { HealthTag } from '../HealthTag';
import { Milestones } from '../Milestones';
import styles from '../operations.module.css';
import { planName } from './planName';
import { contractTone } from './contractTone';
import { useConsole } from './useConsole';

type Unit = NonNullable<ConsoleGroupQuery['group']>['units'][number];

const TOUCHES = ['console'];
const WHOLE = 100;

/** One customer: contract, health, units with their making, availability, milestones. */
export function GroupPage() {
  const { t } = useTranslation('operations');
  const { groupId = '' } = useParams();
  const may = useConsole();
  const { run, busy } = useAction();
  const id = `Group_${groupId}`;
  const { data, error, isPending, refetch } = useApiQuery(ConsoleGroupDocument, { id }, { subject: 'console' });
  const assign = useApiMutation(CareAssignDocument, { payload: (result) => result.careAssign, touches: TOUCHES });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { group, operators } = data;
  if (!group) return <NotFound />;
  const points = (value: number | null | undefined, most: number) => (value === null || value === undefined ? <Nothing /> : <span className="num">{t('group.points', { value, most })}</span>);
  const care = operators.find((each) => each.name === group.caredForBy)?.id;
  return (
    <Page title={group.name} crumbs={[{ title: t('console.title'), to: '/operator' }]} aside={<HealthTag score={group.health} />}>
      <Section title={t('group.about')}>
        <Facts
          items={[
            { term: t('group.contract'), value: group.subscriptionStatus ? <StatusTag tone={contractTone(group.subscriptionStatus)}>{t(`contract.${group.subscriptionStatus as 'active'}`)}</StatusTag> : <Nothing /> },
            { term: t('group.plan'), value: group.plan ? planName(t, group.plan) : <Nothing /> },
            { term: t('group.seats'), value: <span className="num">{`${group.seatsUsed ?? '–'} / ${group.seatsPaid ?? '–'}`}</span> },
            { term: t('group.active30'), value: <span className="num">{group.activePeople ?? '–'}</span> },
            { term: t('group.lastActive'), value: <DateTime value={group.lastActiveAt} ago /> },
            { term: t('group.since'), value: <Day value={group.createdAt} /> },
            { term: t('group.usePoints'), value: points(group.usePoints, 40) },
            { term: t('group.errorPoints'), value: points(group.errorPoints, 30) },
            { term: t('group.availabilityPoints'), value: points(group.availabilityPoints, 30) },
            {
              term: t('group.care'),
              value: may('operations.care.assign') ? (
                <Select
                  aria-label={t('group.care')}
                  value={care}
                  placeholder={t('group.nobody')}
                  disabled={busy}
                  options={operators.map((each) => ({ value: each.id, label: each.name }))}
                  onChange={(operatorId: string) => void run(() => assign.mutateAsync({ input: { groupId: id, operatorId } }), t('done'))}
                />
              ) : (
                (group.caredForBy ?? <Nothing />)
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('group.units')}>
        <ul className={styles.cards}>
          {group.units.map((unit) => (
            <UnitLine key={unit.id} unit={unit} mayRetry={may('operations.provisioning.retry')} />
          ))}
        </ul>
      </Section>
      <Section title={t('availability.title')} intro={t('availability.intro')}>
        <AvailabilityTable months={data.availability} />
      </Section>
      <Section title={t('milestone.title')}>
        <Milestones milestones={data.milestones} />
      </Section>
    </Page>
  );
}

function UnitLine({ unit, mayRetry }: { unit: Unit; mayRetry: boolean }) {
  const { t } = useTranslation('operations');
  const { run, busy } = useAction();
  const retry = useApiMutation(ProvisioningRetryDocument, { payload: (result) => result.provisioningRetry, touches: TOUCHES });
  const { jobId } = unit;
  const open = jobId && unit.jobStatus !== 'done';
  return (
    <li className={styles.card}>
      <div>
        <strong>{unit.name}</strong> <span className="soft">{`/u/${unit.slug} · ${unit.country}`}</span>
        {open && unit.jobError && <div className="soft">{unit.jobError}</div>}
      </div>
      {open && unit.jobTotal > 0 && <Progress style={{ width: 160 }} size="small" percent={Math.round((unit.jobDone / unit.jobTotal) * WHOLE)} status={unit.jobStatus === 'failed' ? 'exception' : 'active'} aria-label={t('group.jobs')} />}
      <StatusTag tone={unit.status === 'active' ? 'good' : unit.jobStatus === 'failed' ? 'bad' : 'warn'}>{t(`unitStatus.${unit.status as 'active'}`)}</StatusTag>
      {open && mayRetry && (
        <Button size="small" loading={busy} onClick={() => void run(() => retry.mutateAsync({ input: { jobId } }), t('group.retried'))}>
          {t('group.retry')}
        </Button>
      )}
    </li>
  );
}
