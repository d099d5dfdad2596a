import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiLimitsDocument as GroupLimits, DeveloperUseDocument as GroupUse, type DeveloperUseQuery } from '@/gql/group/graphql';
import { ApiLimitsDocument as UnitLimits, DeveloperUseDocument as UnitUse } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { RequirePermission, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Count, DateTime, Nothing } from '@/shared/ui/Values';
import { DeveloperTabs } from './DeveloperTabs';
import styles from './developers.module.css';

/** What the programs of this place ask of the platform, and how much they may. */
export function UsePage() {
  return (
    <RequirePermission code="accounts.api_key.read">
      <Use />
    </RequirePermission>
  );
}

function Use() {
  const { t } = useTranslation('developers');
  const base = contextPath(useWorkContext());
  const use = useApiQuery(useForDoor(GroupUse, UnitUse), {}, { subject: 'apiKey' });
  const limits = useApiQuery(useForDoor(GroupLimits, UnitLimits), {}, { subject: 'limits' });
  const facts = limits.data?.apiLimits;
  return (
    <Page title={t('title')} intro={t('intro')} tabs={<DeveloperTabs />}>
      <Section title={t('use.title')} actions={<Link to={`${base}/api-keys`}>{t('use.manage')}</Link>}>
        {use.isPending ? <Loading /> : use.error ? <Failure error={use.error} onRetry={() => void use.refetch()} /> : <Keys data={use.data} />}
      </Section>
      <Section title={t('limits.title')} intro={t('limits.intro')}>
        {facts && (
          <Facts
            items={[
              { term: t('limits.key'), value: <Count value={facts.pointsAMinute} /> },
              { term: t('limits.group'), value: <Count value={facts.groupPointsAMinute} /> },
              { term: t('limits.request'), value: <Count value={facts.mostPointsARequest} /> },
              { term: t('limits.depth'), value: <Count value={facts.deepest} /> },
              { term: t('limits.attempts'), value: <Count value={facts.attempts} /> },
              { term: t('limits.version'), value: facts.eventVersion },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}

function Keys({ data }: { data: DeveloperUseQuery }) {
  const { t } = useTranslation('developers');
  const keys = data.apiKeys.nodes;
  if (keys.length === 0) return <p className="soft">{t('use.none')}</p>;
  const sum = (id: string, field: 'requests' | 'errors' | 'limited') => data.apiKeyDays.filter((day) => day.apiKeyId === id).reduce((total, day) => total + day[field], 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('use.key')}</th>
            <th scope="col">{t('use.scopes')}</th>
            <th scope="col" className={styles.number}>{t('use.requests')}</th>
            <th scope="col" className={styles.number}>{t('use.errors')}</th>
            <th scope="col" className={styles.number}>{t('use.limited')}</th>
            <th scope="col">{t('use.last')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.name} <code className="soft">{key.prefix}…</code>
              </th>
              <td title={key.permissions.join(', ')}>{key.permissions.length}</td>
              <td className={styles.number}><Count value={sum(key.id, 'requests')} /></td>
              <td className={styles.number}><Count value={sum(key.id, 'errors')} /></td>
              <td className={styles.number}><Count value={sum(key.id, 'limited')} /></td>
              <td>{key.lastUsedAt ? <DateTime value={key.lastUsedAt} ago /> : <Nothing />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
