import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface PickerOption {
  value: string;
  label: string;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface SearchPickerProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** Gives what matches the words; called as the person types. */
  useOptions: (words: string, value: string | undefined) => { options: readonly PickerOption[]; busy: boolean };
  placeholder?: string;
  /** What is picked stays. */
  disabled?: boolean;
}

/** Picks one record out of many by typing a few letters of it. */
export function SearchPicker({ id, value, onChange, useOptions, placeholder, disabled }: SearchPickerProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { options, busy } = useOptions(useDeferredValue(words.trim()), value);
  return (
    <Select
      id={id}
      value={value}
      disabled={disabled}
      onChange={(next: string | undefined) => onChange?.(next)}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      loading={busy}
      placeholder={placeholder ?? t('picker.type')}
      notFoundContent={busy ? t('state.loading') : t('state.noMatch')}
      options={options.map((option) => ({ value: option.value, label: option.label, disabled: option.disabled }))}
      optionRender={({ value: key, label }) => (
        <div>
          <div>{label}</div>
          <div className="soft">{options.find((option) => option.value === key)?.detail}</div>
        </div>
      )}
    />
  );
}
