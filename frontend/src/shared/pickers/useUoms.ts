import { useTranslation } from 'react-i18next';
import { UomsDocument as GroupUoms } from '@/gql/group/graphql';
import { UomsDocument as UnitUoms } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';

/** Units of measure in the reader's words; who may not see them sees the code, which partners know. */
export function useUoms() {
  const { i18n } = useTranslation();
  const can = useCan();
  const query = useApiQuery(useForDoor(GroupUoms, UnitUoms), {}, { subject: 'uom', enabled: can('masterdata.uom.read'), fresh: Infinity });
  const uoms = query.data?.uoms ?? [];
  const name = (code: string): string => {
    const known = uoms.find((uom) => uom.code === code);
    return (i18n.language === 'zh-CN' ? known?.nameZh || known?.nameEn : known?.nameEn || known?.nameZh) || code;
  };
  return {
    ...query,
    uoms,
    /** `KGM` → `kilogram`, beside a number. */
    name,
    /** `KGM` → `kilogram (KGM)`, where units are chosen or told apart. */
    inWords: (code: string): string => (name(code) === code ? code : `${name(code)} (${code})`),
  };
}
