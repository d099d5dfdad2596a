import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { countryName } from '@/shared/ui/places';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { ProvisioningProgress } from './ProvisioningProgress';
import { UnitActions, type UnitAction } from './UnitActions';
import { UnitArchives } from './UnitArchives';
import { UnitLifeDialog } from './UnitLifeDialog';
import { UnitStatus } from './unitStatus';
import { useUnit } from './useUnit';

/** One unit as head office sees it: what it is, how far its making is, and its life. */
export function UnitPage() {
  const { t, i18n } = useTranslation('directory');
  const can = useCan();
  const { contexts } = useViewer();
  const base = `${contextPath(useWorkContext())}/units`;
  const { unit, job, isPending, isError, error, refetch } = useUnit();
  const [action, setAction] = useState<UnitAction | null>(null);
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!unit) return <NotFound />;
  const own = contexts.find((each) => each.kind === 'UNIT' && each.slug === unit.slug);
  const making = job && job.status !== 'done' ? job : undefined;
  return (
    <Page
      title={unit.name}
      width="reading"
      crumbs={[{ title: t('unit.title'), to: base }]}
      aside={<UnitStatus status={unit.status} />}
      actions={<UnitActions unit={unit} onAction={setAction} />}
    >
      {making && <ProvisioningProgress job={making} />}
      <Section title={t('unit.facts')} actions={own && <Link to={contextPath(own)}>{t('unit.enter')}</Link>}>
        <Facts
          items={[
            { term: t('unit.slug'), value: <code>/u/{unit.slug}</code> },
            { term: t('unit.country'), value: countryName(unit.country, i18n.language) },
            { term: t('unit.region'), value: unit.region || <Nothing /> },
            { term: t('unit.currency'), value: unit.currency },
            { term: t('unit.timeZone'), value: unit.timeZone },
            { term: t('unit.created'), value: <DateTime value={unit.createdAt} /> },
            { term: t('unit.activated'), value: <DateTime value={unit.activatedAt} /> },
          ]}
        />
      </Section>
      {can('directory.unit.export') && <UnitArchives unitId={unit.id} />}
      <UnitLifeDialog unit={unit} action={action} onClose={() => setAction(null)} />
    </Page>
  );
}
