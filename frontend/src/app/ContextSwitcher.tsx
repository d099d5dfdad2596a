import { Input, Modal } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useViewer } from '@/shared/session/ViewerContext';
import { contextPath, type WorkContext } from '@/shared/session/viewer';
import { CONSOLE_PATH, type NavSection } from './navigation';
import { ContextMark, kindKey, subtitle } from './Sidebar';
import shell from './shell.module.css';
import styles from './switcher.module.css';

interface Target {
  to: string;
  title: string;
  hint: string;
  context?: WorkContext;
}

interface SwitcherProps {
  onClose: () => void;
  /** The menu of the present place, and its name. */
  sections: readonly NavSection[];
  place: string;
}

/** Ctrl/⌘-K: one box that leads to every workspace of the person and every page of the current one. */
export function ContextSwitcher(props: SwitcherProps) {
  const { t } = useTranslation();
  return (
    <Modal open onCancel={props.onClose} footer={null} title={<span className="visually-hidden">{t('nav.switch')}</span>} closable={false} width={520} style={{ top: 72 }} className={styles.modal}>
      <Chooser {...props} />
    </Modal>
  );
}

function useTargets(sections: readonly NavSection[], place: string): readonly Target[] {
  const { t } = useTranslation();
  const { contexts, console } = useViewer();
  return useMemo(() => {
    const places = contexts.map((each) => ({ to: contextPath(each), title: each.name, hint: subtitle(each, t(kindKey[each.kind])), context: each }));
    const operator = console.length > 0 ? [{ to: CONSOLE_PATH, title: t('nav.console'), hint: t('product') }] : [];
    const pages = sections.flatMap((section) => section.items.map((item) => ({ to: item.to, title: t(`nav.${item.label}`), hint: place })));
    return [...places, ...operator, ...pages.filter((page) => page.to !== CONSOLE_PATH), { to: '/settings', title: t('nav.settings'), hint: t('nav.person') }];
  }, [contexts, console, sections, place, t]);
}

function Chooser({ sections, place, onClose }: SwitcherProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const targets = useTargets(sections, place);
  const [words, setWords] = useState('');
  const [index, setIndex] = useState(0);
  const found = targets.filter(({ title, hint }) => matches(`${title} ${hint}`, words));
  const current = found[Math.min(index, found.length - 1)];

  function go(target: Target | undefined) {
    if (!target) return;
    onClose();
    void navigate(target.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setIndex((at) => Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setIndex((at) => Math.max(at - 1, 0));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(current);
    else return;
    event.preventDefault();
  }

  return (
    <div onKeyDown={onKeyDown}>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        value={words}
        placeholder={t('nav.switchHint')}
        role="combobox"
        aria-label={t('nav.switchHint')}
        aria-expanded="true"
        aria-controls="switcher-options"
        aria-activedescendant={current ? optionId(current) : undefined}
        onChange={(event) => {
          setWords(event.target.value);
          setIndex(0);
        }}
      />
      <ul id="switcher-options" role="listbox" aria-label={t('nav.switch')} className={styles.options}>
        {found.map((target) => (
          <li
            key={target.to}
            id={optionId(target)}
            role="option"
            aria-selected={target === current}
            className={target === current ? `${styles.option} ${styles.current}` : styles.option}
            onClick={() => go(target)}
            onMouseMove={() => setIndex(found.indexOf(target))}
          >
            {target.context ? <ContextMark context={target.context} /> : <span className={styles.page} aria-hidden="true">→</span>}
            <span className={shell.names}>
              <span className={shell.name}>{target.title}</span>
              <span className={shell.kind}>{target.hint}</span>
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>{t('nav.noResult')}</p>}
    </div>
  );
}

const optionId = (target: Target): string => `switch${target.to.replace(/[^a-z0-9]/gi, '-')}`;

function matches(text: string, words: string): boolean {
  const low = text.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => low.includes(word));
}
