import { Select, type SelectProps } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CostCentreOptionsDocument, FlowCategoriesDocument, SupplierNameDocument, SupplierOptionsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { bareId } from '@/shared/session/viewer';

interface FactValuesProps {
  id?: string;
  label: string;
  /** Which fact the values are of; facts without a list of their own are typed. */
  fact: string;
  value?: readonly string[];
  onChange?: (values: string[]) => void;
  /** A document has only one of it. */
  single?: boolean;
}

/** Chooses values of a fact by name: categories, cost centres, suppliers. */
export function FactValues({ id, label, fact, value = [], onChange, single = false }: FactValuesProps) {
  const { t } = useTranslation('approvals');
  const [words, setWords] = useState('');
  const choices = useChoices(fact, useDeferredValue(words.trim()));
  const common: SelectProps<string[]> = {
    id,
    'aria-label': label,
    value: [...value],
    onChange: (next: string[]) => onChange?.(single ? next.slice(-1) : next),
    style: { width: '100%' },
  };
  if (!choices) return <Select {...common} mode="tags" tokenSeparators={[',', ' ', '，']} open={false} suffixIcon={null} />;
  return (
    <Select
      {...common}
      mode="multiple"
      placeholder={t('node.choose')}
      showSearch={{ optionFilterProp: 'label', onSearch: setWords, filterOption: choices.searched ? false : undefined }}
      options={[...choices.options]}
      labelRender={({ label: known, value: code }) => known ?? (fact === 'supplier' ? <SupplierName id={String(code)} /> : String(code))}
    />
  );
}

interface Choices {
  options: readonly { value: string; label: string }[];
  /** The server looks for the words; the box need not filter. */
  searched: boolean;
}

function useChoices(fact: string, words: string): Choices | null {
  const { i18n } = useTranslation();
  const chinese = i18n.language.startsWith('zh');
  const can = useCan();
  const mayRead = { category: can('masterdata.category.read'), cost_centre: can('approvals.cost_centre.read'), supplier: can('masterdata.supplier.read') };
  const search = words || undefined;
  const categories = useApiQuery(FlowCategoriesDocument, {}, { subject: 'category', enabled: fact === 'category' && mayRead.category });
  const centres = useApiQuery(CostCentreOptionsDocument, { search }, { subject: 'costCentre', enabled: fact === 'cost_centre' && mayRead.cost_centre, keepPrevious: true });
  const suppliers = useApiQuery(SupplierOptionsDocument, { search }, { subject: 'supplier', enabled: fact === 'supplier' && mayRead.supplier, keepPrevious: true });
  if (!mayRead[fact as keyof typeof mayRead]) return null;
  switch (fact) {
    case 'category':
      return { searched: false, options: (categories.data?.categories.edges ?? []).map(({ node }) => ({ value: node.code, label: `${node.code} · ${(chinese && node.nameZh) || node.nameEn}` })) };
    case 'cost_centre':
      return { searched: true, options: (centres.data?.costCentres.edges ?? []).map(({ node }) => ({ value: node.code, label: `${node.code} · ${node.name}` })) };
    case 'supplier':
      return { searched: true, options: (suppliers.data?.suppliers.edges ?? []).map(({ node }) => ({ value: bareId(node.id), label: node.legalName })) };
    default:
      return null;
  }
}

function SupplierName({ id }: { id: string }) {
  const { data } = useApiQuery(SupplierNameDocument, { id: `Supplier_${id}` }, { subject: 'supplier' });
  return <>{data?.supplier?.legalName ?? id}</>;
}
