import { useTranslation } from 'react-i18next';
import { UomsDocument as GroupUoms } from '@/gql/group/graphql';
import { UomsDocument as UnitUoms } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { nameIn } from './names';

/** The units of measure, and a code in words: `KGM` → `kilogram (KGM)`. */
export function useUoms() {
  const { i18n } = useTranslation();
  const query = useApiQuery(useForDoor(GroupUoms, UnitUoms), {}, { subject: 'uom' });
  const uoms = query.data?.uoms ?? [];
  const inWords = (code: string): string => {
    const known = uoms.find((uom) => uom.code === code);
    return known ? `${nameIn(i18n.language, known)} (${code})` : code;
  };
  return { ...query, uoms, inWords };
}
