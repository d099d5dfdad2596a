import { Button, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/shared/ui/format';
import type { FilterField, Filters, FilterValue, Range } from './types';
import styles from './list.module.css';

interface FilterChipsProps {
  fields: readonly FilterField[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What the list is narrowed to, in words, each removable. */
export function FilterChips({ fields, filters, onChange }: FilterChipsProps) {
  const { t, i18n } = useTranslation();
  const active = fields.filter((field) => filters[field.key] !== undefined);
  if (active.length === 0) return null;
  return (
    <div className={styles.chips}>
      {active.map((field) => (
        <Tag
          key={field.key}
          variant="outlined"
          closable={{ 'aria-label': `${t('action.delete')}: ${field.title}` }}
          onClose={() => onChange(Object.fromEntries(Object.entries(filters).filter(([key]) => key !== field.key)))}
        >
          {t('form.told', { what: field.title, value: describe(field, filters[field.key], t, i18n.language) })}
        </Tag>
      ))}
      <Button type="link" size="small" onClick={() => onChange({})}>
        {t('list.clearFilters')}
      </Button>
    </div>
  );
}

function describe(field: FilterField, value: FilterValue | undefined, t: TFunction, language: string): string {
  if (typeof value === 'boolean') return value ? t('list.yes') : t('list.no');
  if (field.kind === 'choice') {
    const chosen: readonly string[] = Array.isArray(value) ? value : [value as string];
    return field.options.filter((option) => chosen.includes(option.value)).map((option) => option.label).join(', ');
  }
  if (typeof value === 'string') return value;
  const { from, to } = value as Range;
  const show = (text: string): string => (field.kind === 'days' ? formatDay(text, language) : text);
  return `${from ? show(from) : '…'} – ${to ? show(to) : '…'}`;
}
