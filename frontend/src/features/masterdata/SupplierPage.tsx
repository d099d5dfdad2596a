import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SupplierArchiveDocument, SupplierDetailDocument as GroupSupplier, SupplierRestoreDocument, type SupplierDetailQuery } from '@/gql/group/graphql';
import { SupplierDetailDocument as UnitSupplier } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { countryName } from '@/shared/ui/places';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { SanctionDialog } from './SanctionDialog';
import { SupplierSanctions } from './SupplierSanctions';
import { SupplierStatusTag } from './words';

export type Supplier = NonNullable<SupplierDetailQuery['supplier']>;

/** One supplier: who it is, under which names, and what binds it. */
export function SupplierPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const operation = useForDoor(GroupSupplier, UnitSupplier);
  const { data, error, isPending, refetch } = useApiQuery(operation, { id }, { subject: 'supplier' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const supplier = data.supplier;
  if (!supplier) return <NotFound />;
  return (
    <Page
      title={supplier.legalName}
      aside={<SupplierStatusTag status={supplier.status} sanctioned={supplier.sanctioned} />}
      intro={supplier.otherName}
      crumbs={[{ title: t('supplier.many'), to: places.suppliers }]}
      actions={
        <>
          <FileLink id={supplier.id} />
          <SupplierActions supplier={supplier} />
        </>
      }
    >
      <Section title={t('section.sanctions')}>
        <SupplierSanctions supplier={supplier} />
      </Section>
      <SupplierFacts supplier={supplier} />
    </Page>
  );
}

function FileLink({ id }: { id: string }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const places = usePlaces();
  return can('masterdata.qualification.read') ? <LinkButton to={places.supplierFile(id)}>{t('supplier.file')}</LinkButton> : null;
}

function SupplierFacts({ supplier }: { supplier: Supplier }) {
  const { t, i18n } = useTranslation('masterdata');
  const others = supplier.names.filter((name) => name.kind === 'alias' || (name.kind === 'name' && !name.current));
  return (
    <Section title={t('section.facts')}>
      <Facts
        items={[
          { term: t('field.country'), value: supplier.country ? countryName(supplier.country, i18n.language) : '–' },
          { term: t('field.uscc'), value: supplier.uscc || '–' },
          { term: t('field.taxId'), value: supplier.taxId || '–' },
          { term: t('field.duns'), value: supplier.duns || '–' },
          { term: t('field.lei'), value: supplier.lei || '–' },
          { term: t('field.externalCode'), value: supplier.externalCode || '–' },
          { term: t('field.address'), value: [supplier.street, supplier.postalCode, supplier.city].filter(Boolean).join(', ') || '–' },
          { term: t('field.contactName'), value: supplier.contactName || '–' },
          { term: t('field.email'), value: supplier.email || '–' },
          { term: t('field.phone'), value: supplier.phone || '–' },
          { term: t('field.website'), value: supplier.website || '–' },
          { term: t('field.currency'), value: supplier.currency || '–' },
          { term: t('field.otherNames'), value: others.map((name) => name.value).join(', ') || '–' },
          { term: t('field.createdAt'), value: <DateTime value={supplier.createdAt} /> },
          { term: t('field.changedAt'), value: <DateTime value={supplier.changedAt} /> },
        ]}
      />
    </Section>
  );
}

const TOUCHES = ['supplier', 'sanction'] as const;

function SupplierActions({ supplier }: { supplier: Supplier }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const places = usePlaces();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState<'archive' | 'sanction' | null>(null);
  const archive = useApiMutation(SupplierArchiveDocument, { payload: (r) => r.supplierArchive, touches: TOUCHES });
  const restore = useApiMutation(SupplierRestoreDocument, { payload: (r) => r.supplierRestore, touches: TOUCHES });
  if (!central) return null;
  const key = { supplierOrgId: supplier.id, version: supplier.version };
  const archived = supplier.status === 'archived';
  const close = () => setAsking(null);
  return (
    <>
      {can('masterdata.supplier.archive') && archived && (
        <Button loading={busy} onClick={() => void run(() => restore.mutateAsync({ input: key }), t('supplier.restored'))}>
          {t('action.restore')}
        </Button>
      )}
      {can('masterdata.supplier.archive') && !archived && <Button onClick={() => setAsking('archive')}>{t('action.archive')}</Button>}
      {can('masterdata.supplier.edit') && !archived && <LinkButton to={places.editSupplier(supplier.id)}>{t('action.edit')}</LinkButton>}
      {can('masterdata.sanction.impose') && (
        <Button danger type="primary" onClick={() => setAsking('sanction')}>
          {t('action.blacklist')}
        </Button>
      )}
      <ReasonDialog open={asking === 'archive'} title={t('supplier.archiveTitle', { name: supplier.legalName })} submitLabel={t('action.archive')} send={(reason) => archive.mutateAsync({ input: { ...key, reason } })} onDone={close} onClose={close} />
      <SanctionDialog open={asking === 'sanction'} supplier={supplier} onClose={close} />
    </>
  );
}
