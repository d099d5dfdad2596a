import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ScreeningHitDetailDocument, type ScreeningHitDetailQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { countryName } from '@/shared/ui/places';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { Count, DateTime } from '@/shared/ui/Values';
import { HitActions } from './HitActions';
import { HitEvidence } from './HitEvidence';
import { usePlaces } from './places';
import { HitStatusTag, type ListKind, type ListSource } from './screeningWords';

export type Hit = NonNullable<ScreeningHitDetailQuery['screeningHit']>;

/** One resemblance: the supplier, the list entry, why they are taken for one, and the decision. */
export function ScreeningHitPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const { data, error, isPending, refetch } = useApiQuery(ScreeningHitDetailDocument, { id }, { subject: 'screening' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const hit = data.screeningHit;
  if (!hit) return <NotFound />;
  return (
    <Page
      title={hit.supplierName}
      aside={<HitStatusTag status={hit.status} />}
      intro={t('screening.resembles', { name: hit.entryName, score: hit.score })}
      crumbs={[{ title: t('screening.title'), to: places.screening }]}
      actions={hit.status === 'open' && <HitActions hit={hit} />}
    >
      {hit.status !== 'open' && <Decision hit={hit} />}
      <Section title={t('screening.why')} intro={t('screening.whyHint')}>
        <HitEvidence evidence={hit.evidence} />
      </Section>
      <Both hit={hit} />
    </Page>
  );
}

function Decision({ hit }: { hit: Hit }) {
  const { t } = useTranslation('masterdata');
  return (
    <Section title={t('screening.decision')}>
      <p>{hit.decisionReason}</p>
      <p className="soft">
        {hit.decidedByName} · <DateTime value={hit.decidedAt} />
      </p>
    </Section>
  );
}

function Both({ hit }: { hit: Hit }) {
  const { t, i18n } = useTranslation('masterdata');
  const places = usePlaces();
  const { supplier, entry } = hit;
  return (
    <>
      {supplier && (
        <Section title={t('supplier.one')}>
          <Facts
            items={[
              { term: t('field.legalName'), value: <Link to={places.supplier(supplier.id)}>{supplier.legalName}</Link> },
              { term: t('field.otherName'), value: supplier.otherName || '–' },
              { term: t('field.country'), value: supplier.country ? countryName(supplier.country, i18n.language) : '–' },
              { term: t('field.address'), value: [supplier.street, supplier.city].filter(Boolean).join(', ') || '–' },
              { term: t('field.uscc'), value: supplier.uscc || '–' },
              { term: t('field.taxId'), value: supplier.taxId || '–' },
            ]}
          />
        </Section>
      )}
      {entry && (
        <Section title={t('screening.entry')}>
          <Facts
            items={[
              { term: t('screening.list'), value: `${t(`listSource.${entry.source as ListSource}`)} ${entry.sourceId}` },
              { term: t('screening.kind'), value: t(`listKind.${entry.kind as ListKind}`) },
              { term: t('screening.names'), value: entry.names.join(' · ') },
              { term: t('field.country'), value: entry.countries.map((code) => (code.length === 2 ? countryName(code, i18n.language) : code)).join(', ') || '–' },
              { term: t('screening.programs'), value: entry.programs || '–' },
              { term: t('screening.listedOn'), value: entry.listedOn || '–' },
              { term: t('screening.remarks'), value: entry.remarks || '–' },
              { term: t('screening.score'), value: <Count value={hit.score} /> },
            ]}
          />
        </Section>
      )}
    </>
  );
}
