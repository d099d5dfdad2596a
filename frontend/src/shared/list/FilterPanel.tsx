import FilterOutlined from '@ant-design/icons/es/icons/FilterOutlined';
import { Badge, Button, Drawer, Input, Popover, Segmented, Select } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '@/shared/ui/useNarrow';
import { countFilters } from './listUrl';
import type { FilterField, Filters, FilterValue, Range } from './types';
import styles from './list.module.css';

const DayInput = lazy(() => import('./DayInput').then((file) => ({ default: file.DayInput })));

interface FilterPanelProps {
  fields: readonly FilterField[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** All filters of a list in one panel; each takes effect at once. */
export function FilterPanel({ fields, filters, onChange }: FilterPanelProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const count = countFilters(filters);

  function set(key: string, value: FilterValue | undefined) {
    const rest = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key));
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  }

  const panel = (
    <div className={styles.panel}>
      {fields.map((field) => (
        <Labelled key={field.key} id={`filter-${field.key}`} title={field.title}>
          <FilterInput field={field} value={filters[field.key]} onChange={(value) => set(field.key, value)} />
        </Labelled>
      ))}
      <div className={styles.panelFoot}>
        <Button type="text" disabled={count === 0} onClick={() => onChange({})}>
          {t('list.clearFilters')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('action.done')}</Button>
      </div>
    </div>
  );
  const button = (
    <Badge count={count} size="small">
      <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('list.filters')}
      </Button>
    </Badge>
  );
  if (narrow) {
    return (
      <>
        {button}
        <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="default" title={t('list.filters')}>
          {panel}
        </Drawer>
      </>
    );
  }
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" content={panel} arrow={false}>
      {button}
    </Popover>
  );
}

function Labelled({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div role="group" aria-labelledby={id} className={styles.field}>
      <span id={id} className={styles.label}>
        {title}
      </span>
      {children}
    </div>
  );
}

interface FilterInputProps<Field extends FilterField = FilterField> {
  field: Field;
  value: FilterValue | undefined;
  onChange: (value: FilterValue | undefined) => void;
}

function FilterInput({ field, value, onChange }: FilterInputProps) {
  const { t } = useTranslation();
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput field={field} value={value} onChange={onChange} />;
    case 'flag': {
      const chosen = value === true ? 'yes' : value === false ? 'no' : 'any';
      const options = [
        { value: 'any', label: t('list.any') },
        { value: 'yes', label: t('list.yes') },
        { value: 'no', label: t('list.no') },
      ];
      return <Segmented value={chosen} options={options} onChange={(next) => onChange(next === 'any' ? undefined : next === 'yes')} />;
    }
    case 'text':
      return <Input allowClear aria-label={field.title} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value || undefined)} />;
    default:
      return <RangeInput field={field} value={value} onChange={onChange} />;
  }
}

function ChoiceInput({ field, value, onChange }: FilterInputProps<FilterField & { kind: 'choice' }>) {
  const { t } = useTranslation();
  const options = field.options.map((option) => ({ ...option }));
  const common = { allowClear: true, options, 'aria-label': field.title, placeholder: t('list.any'), className: styles.wide, showSearch: { optionFilterProp: 'label' } };
  if (field.single) return <Select {...common} value={typeof value === 'string' ? value : undefined} onChange={(next: string | undefined) => onChange(next)} />;
  const chosen = Array.isArray(value) ? [...(value as readonly string[])] : [];
  return <Select {...common} mode="multiple" value={chosen} onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)} />;
}

function RangeInput({ field, value, onChange }: FilterInputProps) {
  const { t } = useTranslation();
  const range: Range = typeof value === 'object' && !Array.isArray(value) ? (value as Range) : {};
  const set = (part: Range) => {
    const next = { ...range, ...part };
    onChange(next.from || next.to ? next : undefined);
  };
  if (field.kind === 'days') {
    return (
      <Suspense fallback={<Input disabled />}>
        <div className={styles.range}>
          <DayInput label={t('list.from')} value={range.from} onChange={(from) => set({ from })} />
          <span aria-hidden="true">–</span>
          <DayInput label={t('list.to')} value={range.to} onChange={(to) => set({ to })} />
        </div>
      </Suspense>
    );
  }
  return (
    <div className={styles.range}>
      <Input type="number" aria-label={`${field.title}: ${t('list.min')}`} value={range.from ?? ''} onChange={(event) => set({ from: event.target.value || undefined })} />
      <span aria-hidden="true">–</span>
      <Input type="number" aria-label={`${field.title}: ${t('list.max')}`} value={range.to ?? ''} onChange={(event) => set({ to: event.target.value || undefined })} />
    </div>
  );
}
