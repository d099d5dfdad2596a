import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SupplierNameDocument, SupplierOptionsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { countryName } from '@/shared/ui/places';
import { SearchPicker, type PickerOption, type SearchPickerProps } from './SearchPicker';

interface SupplierPickerProps extends Omit<SearchPickerProps, 'useOptions'> {
  /** A supplier whose name is known already, e.g. of the document being changed. */
  known?: { id: string; name: string };
}

/** Picks a supplier of the group's register; one that is blacklisted is shown, says so, and cannot be picked. */
export function SupplierPicker({ known, ...picker }: SupplierPickerProps) {
  const { t, i18n } = useTranslation();
  const useOptions = useCallback(
    function useSupplierOptions(words: string, value: string | undefined) {
      const { data, isFetching } = useApiQuery(SupplierOptionsDocument, { search: words || undefined }, { subject: 'supplier', keepPrevious: true });
      const found: PickerOption[] =
        data?.suppliers.edges.map(({ node }) => ({
          value: node.id,
          label: node.legalName,
          detail: node.sanctioned ? t('picker.sanctioned') : [countryName(node.country, i18n.language), node.city].filter(Boolean).join(' · '),
          disabled: node.sanctioned || node.status === 'archived',
        })) ?? [];
      const absent = value !== undefined && value !== known?.id && !found.some((option) => option.value === value);
      const named = useApiQuery(SupplierNameDocument, { id: value ?? '' }, { subject: 'supplier', enabled: absent });
      const chosen = value === undefined || found.some((option) => option.value === value) ? [] : [{ value, label: named.data?.supplier?.legalName ?? known?.name ?? '…' }];
      return { options: [...chosen, ...found], busy: isFetching };
    },
    [known, t, i18n.language],
  );
  return <SearchPicker {...picker} useOptions={useOptions} />;
}
