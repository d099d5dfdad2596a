import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GroupQualitySuppliersDocument, GroupSharesDocument } from '@/gql/group/graphql';
import { QualitySuppliersDocument, ScorePeriodsDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiQuery } from '@/shared/api/hooks';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Quantity } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { Period } from './Period';
import { TierTag } from './words';
import styles from './suppliers.module.css';

interface Share {
  key: string;
  startDate: string;
  endDate: string;
  rated: number;
  reached: number;
  bar: string;
  percent: string;
}

interface Named {
  id: string;
  supplierId: string;
  name: string;
  total: string | null | undefined;
  tier: string;
}

/** The share of suppliers that reach an absolute bar, period by period, with who they are; ranks do not move it. */
export function QualitySharePage() {
  return useDoor().kind === 'group' ? <GroupShares /> : <UnitShares />;
}

function UnitShares() {
  const { data, error, isPending, refetch } = useApiQuery(ScorePeriodsDocument, {}, { subject: 'period' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const shares = data.scorePeriods.nodes
    .filter((each) => each.status === 'closed')
    .map((each): Share => ({ key: each.id, startDate: each.startDate, endDate: each.endDate, rated: each.rated, reached: each.reached, bar: each.qualityBar, percent: each.qualityPercent ?? '–' }));
  return <Shares shares={shares} list={(share) => <UnitList share={share} />} />;
}

function GroupShares() {
  const { data, error, isPending, refetch } = useApiQuery(GroupSharesDocument, {}, { subject: 'groupScore' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const shares = (data.groupQualityShares ?? []).map((each): Share => ({ ...each, key: `${each.startDate}${each.endDate}` }));
  return <Shares shares={shares} list={(share) => <GroupList share={share} />} />;
}

function Shares({ shares, list }: { shares: readonly Share[]; list: (share: Share) => React.ReactNode }) {
  const { t } = useTranslation('suppliers');
  const places = usePlaces();
  return (
    <Page title={t('share.many')} intro={t('share.intro')} crumbs={[{ title: t('score.many'), to: places.scores }]} width="reading">
      {shares.length === 0 ? (
        <State title={t('score.none')} hint={t('share.noneHint')} />
      ) : (
        <Section title={t('share.byPeriod')}>
          <Collapse
            items={shares.map((share, place) => ({
              key: share.key,
              label: (
                <span className={styles.row}>
                  <span className={styles.grow}>
                    <Period {...share} />
                  </span>
                  <strong>{share.percent}%</strong>
                  <span className="soft">{t('share.of', { reached: share.reached, rated: share.rated, bar: share.bar })}</span>
                  <Change now={share} before={shares[place + 1]} />
                </span>
              ),
              children: list(share),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** By how many points the share moved since the period before. */
function Change({ now, before }: { now: Share; before: Share | undefined }) {
  const { t } = useTranslation('suppliers');
  const points = before && Math.round((Number(now.percent) - Number(before.percent)) * 100) / 100;
  if (points === undefined || Number.isNaN(points)) return null;
  return <span className="soft">{t('share.change', { points: points > 0 ? `+${points}` : String(points) })}</span>;
}

function UnitList({ share }: { share: Share }) {
  const places = usePlaces();
  const { data } = useApiQuery(QualitySuppliersDocument, { period: share.key, bar: share.bar }, { subject: 'score' });
  if (!data) return <Loading />;
  return <Names link={places.scorecard} rows={data.supplierScores.nodes.map((row) => ({ id: row.id, supplierId: row.supplierId, name: row.supplierName, total: row.total, tier: row.tier }))} />;
}

function GroupList({ share }: { share: Share }) {
  const places = usePlaces();
  const { data } = useApiQuery(GroupQualitySuppliersDocument, { end: share.endDate, bar: share.bar }, { subject: 'groupScore' });
  if (!data) return <Loading />;
  const rows = data.groupScores.nodes.filter((row) => row.startDate === share.startDate);
  return <Names link={places.file} rows={rows.map((row) => ({ id: row.id, supplierId: row.supplierId, name: row.supplierName ?? '', total: row.total, tier: row.tier }))} />;
}

function Names({ rows, link }: { rows: readonly Named[]; link: (id: string) => string }) {
  const { t } = useTranslation('suppliers');
  if (rows.length === 0) return <p className="soft">{t('share.nobody')}</p>;
  return (
    <ul className={styles.plain}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <Link to={link(row.supplierId)} className={styles.grow}>
            {row.name}
          </Link>
          <TierTag tier={row.tier} />
          <Quantity value={row.total} decimals={2} />
        </li>
      ))}
    </ul>
  );
}
