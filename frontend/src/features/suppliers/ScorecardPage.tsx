import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ScorecardDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Cases } from './Cases';
import { MarkDialog } from './MarkDialog';
import { usePlaces } from './places';
import { Scorecard } from './Scorecard';
import { TierTag } from './words';

/** One supplier's scorecard: five dimensions with their documents, trend, tiers. */
export function ScorecardPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const places = usePlaces();
  const [marking, setMarking] = useState(false);
  const { data, error, isPending, refetch } = useApiQuery(ScorecardDocument, { supplier: id }, { subject: 'score' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const last = data.supplierScores.nodes[0];
  const actions = (
    <>
      {can('masterdata.qualification.read') && <LinkButton to={places.file(id)}>{t('qualification.many')}</LinkButton>}
      {can('suppliers.assessment.enter') && <Button onClick={() => setMarking(true)}>{t('mark.action')}</Button>}
    </>
  );
  return (
    <Page title={last?.supplierName ?? t('score.card')} aside={last && <TierTag tier={last.tier} />} crumbs={[{ title: t('score.many'), to: places.scores }]} actions={actions}>
      {last ? <Scorecard data={data} group={data.groupScores.nodes[0]} /> : <State title={t('score.none')} hint={t('score.noneHint')} />}
      <Section title={t('alert.many')}>
        <Cases cases={data.supplierAlerts.nodes} />
      </Section>
      <MarkDialog open={marking} supplierId={id} onClose={() => setMarking(false)} />
    </Page>
  );
}
