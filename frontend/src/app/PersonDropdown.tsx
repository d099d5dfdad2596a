import { useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, languageNames } from '@/shared/i18n/language';
import { signOut } from '@/shared/session/allauth';
import { useChooseLanguage } from '@/shared/session/useChooseLanguage';
import { chooseTheme, THEME_CHOICES, useThemeChoice } from '@/shared/theme/mode';

const themeKey = { system: 'nav.themeSystem', light: 'nav.themeLight', dark: 'nav.themeDark' } as const;

/** The person's menu around its button; it is fetched when it is first wanted, and is open then. */
export function PersonDropdown({ compact, button, children }: { compact: boolean; button: RefObject<HTMLButtonElement | null>; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(true);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const theme = useThemeChoice();
  const chooseLanguage = useChooseLanguage();

  async function leave() {
    await signOut();
    queries.clear();
    await navigate('/login', { replace: true });
  }

  const items: MenuProps['items'] = [
    { key: 'settings', label: t('nav.settings'), onClick: () => void navigate('/settings') },
    {
      key: 'language',
      label: t('nav.language'),
      children: LANGUAGES.map((language) => ({
        key: language,
        label: languageNames[language],
        disabled: language === i18n.language,
        onClick: () => void chooseLanguage(language),
      })),
    },
    {
      key: 'theme',
      label: t('nav.theme'),
      children: THEME_CHOICES.map((choice) => ({
        key: choice,
        label: t(themeKey[choice]),
        disabled: choice === theme,
        onClick: () => chooseTheme(choice),
      })),
    },
    { type: 'divider' },
    { key: 'leave', label: t('action.signOut'), onClick: () => void leave() },
  ];
  /** Whoever closes the menu by key goes on at its button. */
  function show(next: boolean) {
    if (!next && document.activeElement?.closest('[role=menu]')) button.current?.focus();
    setOpen(next);
  }

  return (
    <Dropdown menu={{ items }} trigger={['click']} placement={compact ? 'bottomRight' : 'topLeft'} open={open} onOpenChange={show} autoFocus>
      {children}
    </Dropdown>
  );
}
