import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ModulesDocument as GroupModules } from '@/gql/group/graphql';
import { ModulesDocument as UnitModules } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiQuery } from '@/shared/api/hooks';
import { useForDoor } from '@/shared/api/forDoor';
import { useUnitNames } from '@/shared/pickers/useUnitNames';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { ModuleCard, type Module } from './ModuleCard';
import { SwitchDialog } from './SwitchDialog';
import styles from './modules.module.css';

/** What is switched on, by default in the group or in one unit; a unit sees its own and cannot switch. */
export function ModulesPage() {
  const { t } = useTranslation('directory');
  const [address, setAddress] = useSearchParams();
  const inGroup = useDoor().kind === 'group';
  const can = useCan();
  const units = useUnitNames(inGroup);
  const unitId = inGroup ? (address.get('unit') ?? undefined) : undefined;
  const { data, isPending, isError, error, refetch } = useApiQuery(useForDoor(GroupModules, UnitModules), { unitId }, { subject: 'module', keepPrevious: true });
  const [chosen, setChosen] = useState<Module | null>(null);
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const names = new Map(data.modules.map((each) => [each.code, each.name]));
  const maySwitch = (each: Module) => inGroup && can(each.enabled ? 'directory.module.disable' : 'directory.module.enable');
  const options = [{ value: '', label: t('modules.byDefault') }, ...units.map((unit) => ({ value: unit.id, label: unit.name }))];
  return (
    <Page title={t('modules.title')} intro={inGroup ? t('modules.intro') : t('modules.introUnit')}>
      {inGroup && (
        <Select
          className={styles.place}
          aria-label={t('modules.place')}
          value={unitId ?? ''}
          options={options}
          onChange={(value: string) => setAddress(value ? { unit: value } : {}, { replace: true })}
        />
      )}
      <ul className={styles.cards}>
        {data.modules.map((each) => (
          <ModuleCard key={each.code} module={each} names={names} onSwitch={maySwitch(each) ? setChosen : undefined} />
        ))}
      </ul>
      {chosen && <SwitchDialog module={chosen} unitId={unitId} onClose={() => setChosen(null)} />}
    </Page>
  );
}
