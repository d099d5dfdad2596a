import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '@/shared/keyboard/KeyCaps';
import styles from './list.module.css';

interface SearchBoxProps {
  ref?: Ref<InputRef>;
  title: string;
  value: string;
  onSearch: (words: string) => void;
}

const PAUSE = 250;

/** Searches while typing, after a short pause, and at once on Enter; waits while an input method composes. */
export function SearchBox({ ref, title, value, onSearch }: SearchBoxProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function commit(words: string) {
    clearTimeout(timer.current);
    onSearch(words.trim());
  }

  function onType(words: string) {
    setDraft(words);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => commit(words), PAUSE);
  }

  return (
    <Input
      ref={ref}
      allowClear
      className={styles.search}
      prefix={<SearchOutlined className="soft" aria-hidden="true" />}
      suffix={draft === null && value === '' ? <KeyCaps keys="/" /> : <span />}
      value={draft ?? value}
      placeholder={t('list.search')}
      aria-label={t('list.searchIn', { title })}
      onChange={(event) => onType(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onType(event.currentTarget.value);
      }}
      onBlur={() => setDraft(null)}
      onPressEnter={(event) => !event.nativeEvent.isComposing && commit(event.currentTarget.value)}
    />
  );
}
