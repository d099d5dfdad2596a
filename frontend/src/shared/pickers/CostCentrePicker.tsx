import { CostCentreOptionsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { SearchPicker, type SearchPickerProps } from './SearchPicker';

function useOptions(words: string, value: string | undefined) {
  const { data, isFetching } = useApiQuery(CostCentreOptionsDocument, { search: words || undefined }, { subject: 'costCentre', keepPrevious: true });
  const found = data?.costCentres.edges.map(({ node }) => ({ value: node.code, label: `${node.code} · ${node.name}`, detail: node.ownerName })) ?? [];
  const missing = value && !found.some((option) => option.value === value) ? [{ value, label: value }] : [];
  return { options: [...missing, ...found], busy: isFetching };
}

/** Picks a cost centre of the unit by code or name; its value is the code. */
export function CostCentrePicker(props: Omit<SearchPickerProps, 'useOptions'>) {
  return <SearchPicker {...props} useOptions={useOptions} />;
}
