import { useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, languageNames } from '@/shared/i18n/language';
import { signOut } from '@/shared/session/allauth';
import { useChooseLanguage } from '@/shared/session/useChooseLanguage';
import { useViewer } from '@/shared/session/ViewerContext';
import { chooseTheme, THEME_CHOICES, useThemeChoice } from '@/shared/theme/mode';

import styles from './shell.module.css';

const themeKey = { system: 'nav.themeSystem', light: 'nav.themeLight', dark: 'nav.themeDark' } as const;

/** Who is signed in, and what belongs to the person rather than to a workspace. */
export function PersonMenu({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useTranslation();
  const { person } = useViewer();
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
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement={compact ? 'bottomRight' : 'topLeft'}>
      <button type="button" className={styles.person} aria-label={compact ? `${t('nav.person')}: ${person.displayName}` : undefined}>
        <span className={styles.avatar} aria-hidden="true">
          {[...(person.displayName || person.email)][0]?.toUpperCase()}
        </span>
        {!compact && (
          <span className={styles.names}>
            <span className={styles.name}>{person.displayName || person.email}</span>
            <span className={styles.kind}>{person.email}</span>
          </span>
        )}
      </button>
    </Dropdown>
  );
}
