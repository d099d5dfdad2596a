import { useCallback, useRef } from 'react';
import { ItemNameDocument, ItemOptionsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { SearchPicker, type SearchPickerProps } from './SearchPicker';

interface PickedItem {
  id: string;
  name: string;
  unit: string;
}

interface ItemPickerProps extends Omit<SearchPickerProps, 'useOptions'> {
  /** Told what was picked, so that the line can take its name and unit. */
  onPicked?: (item: PickedItem) => void;
}

/** Picks an item of the group's item master by SKU or name; a line may also do without one. */
export function ItemPicker({ onPicked, onChange, ...picker }: ItemPickerProps) {
  const seen = useRef(new Map<string, PickedItem>());
  const useOptions = useCallback(function useItemOptions(words: string, value: string | undefined) {
    const { data, isFetching } = useApiQuery(ItemOptionsDocument, { search: words || undefined }, { subject: 'item', keepPrevious: true });
    const found = data?.items.edges.map(({ node }) => node) ?? [];
    for (const { id, name, baseUom } of found) seen.current.set(id, { id, name, unit: baseUom });
    const absent = value !== undefined && !found.some((item) => item.id === value);
    const named = useApiQuery(ItemNameDocument, { id: value ?? '' }, { subject: 'item', enabled: absent });
    const chosen = absent ? [{ value, label: named.data?.item ? `${named.data.item.sku} · ${named.data.item.name}` : '…' }] : [];
    return { options: [...chosen, ...found.map(({ id, sku, name }) => ({ value: id, label: `${sku} · ${name}` }))], busy: isFetching };
  }, []);
  return (
    <SearchPicker
      {...picker}
      useOptions={useOptions}
      onChange={(id) => {
        onChange?.(id);
        const item = id ? seen.current.get(id) : undefined;
        if (item) onPicked?.(item);
      }}
    />
  );
}
