import { useTranslation } from 'react-i18next';
import { OwnServiceDocument, ServiceStatusDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { AvailabilityTable } from './AvailabilityTable';
import { Milestones } from './Milestones';
import { StatusView } from './StatusView';

const EVERY = 60_000;

/** The group's own page of the service: its units' availability and error budget, and how far it has come. */
export function ServicePage() {
  const { t } = useTranslation('operations');
  const own = useApiQuery(OwnServiceDocument, {}, { subject: 'service' });
  const all = useApiQuery(ServiceStatusDocument, {}, { subject: 'status', refetchInterval: () => EVERY });
  if (own.isPending || all.isPending) return <Loading />;
  if (own.error || all.error) return <Failure error={own.error ?? all.error} onRetry={() => void Promise.all([own.refetch(), all.refetch()])} />;
  return (
    <Page title={t('availability.title')} intro={t('availability.intro')}>
      <Section title={t('availability.units')}>
        <AvailabilityTable months={own.data.unitAvailability} />
      </Section>
      <Section title={t('milestone.title')}>
        <Milestones milestones={own.data.milestones} />
      </Section>
      <StatusView status={all.data.serviceStatus} />
    </Page>
  );
}
