import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SupplierFileDocument as GroupFile, type SupplierFileQuery } from '@/gql/group/graphql';
import { SupplierFileDocument as UnitFile } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Cases } from './Cases';
import { Certificates } from './Certificates';
import { Checks } from './Checks';
import { usePlaces } from './places';
import { Qualifications } from './Qualifications';
import { UnitDecision } from './UnitDecision';

export type FileOfSupplier = SupplierFileQuery;
export type SupplierInFile = NonNullable<SupplierFileQuery['supplier']>;

/** What is known of a supplier's fitness: where it is qualified, certificates, checks, open cases. */
export function SupplierFilePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('suppliers');
  const places = usePlaces();
  const can = useCan();
  const central = useDoor().kind === 'group';
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupFile, UnitFile), { id }, { subject: 'supplier' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const supplier = data.supplier;
  if (!supplier) return <NotFound />;
  const risk = supplier.riskClass;
  return (
    <Page
      title={t('file.title', { name: supplier.legalName })}
      aside={risk ? <StatusTag tone={risk >= 4 ? 'bad' : risk === 3 ? 'warn' : 'good'}>{t('file.risk', { risk })}</StatusTag> : undefined}
      crumbs={[{ title: supplier.legalName, to: places.supplier(supplier.id) }]}
      actions={!central && <LinkButton to={places.scorecard(supplier.id)}>{t('score.card')}</LinkButton>}
    >
      <Section title={t('alert.many')}>
        <Cases cases={data.supplierAlerts.nodes} />
      </Section>
      {!central && can('suppliers.relation.read') && <UnitDecision supplierId={supplier.id} />}
      <Qualifications supplier={supplier} />
      <Certificates supplier={supplier} />
      <Checks supplierId={supplier.id} checks={data.providerChecks.nodes} />
    </Page>
  );
}
