import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '@/shared/api/DoorContext';
import type { FilterField } from '@/shared/list/types';
import { useUnitNames } from '@/shared/pickers/useUnitNames';

interface Placed {
  kind: string;
  unitId?: string | null;
}

/** Where in the group a membership, invitation or key belongs; at a unit's door everything is the unit's own. */
export function usePlaces() {
  const { t } = useTranslation('accounts');
  const door = useDoor();
  const units = useUnitNames();
  return useMemo(() => {
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
    const placeFilter: readonly FilterField[] = door.kind === 'group' ? [{ kind: 'choice', key: 'unitId', title: t('member.unit'), options }] : [];
    const nameOfPlace = ({ unitId }: Placed): string => (unitId ? (names.get(unitId) ?? t('member.otherUnit')) : t('member.headOffice'));
    return { placeFilter, nameOfPlace, units: options };
  }, [t, door, units]);
}
