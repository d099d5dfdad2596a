import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { buildTree, flatten } from './categoryTree';
import { nameIn } from './names';
import type { Category } from './useCategories';

interface CategorySelectProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  categories: readonly Category[] | undefined;
  /** Left out, together with all below it: a category cannot lie below itself. */
  without?: string;
  placeholder?: string;
  allowClear?: boolean;
}

/** Picks a category in use; those further down stand further in. */
export function CategorySelect({ categories = [], without, ...select }: CategorySelectProps) {
  const { i18n } = useTranslation();
  const active = categories.filter((each) => (each.status === 'active' || each.id === select.value) && each.id !== without);
  const below = new Set<string>();
  if (without) for (const { row } of flatten(buildTree(categories))) if (row.parentId === without || (row.parentId && below.has(row.parentId))) below.add(row.id);
  const options = flatten(buildTree(active.filter((each) => !below.has(each.id)))).map(({ row, depth }) => ({
    value: row.id,
    label: `${row.code} · ${nameIn(i18n.language, row)}`,
    depth,
  }));
  return (
    <Select
      {...select}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      optionRender={({ label, data }) => <span style={{ paddingInlineStart: (data.depth - 1) * 16 }}>{label}</span>}
    />
  );
}
