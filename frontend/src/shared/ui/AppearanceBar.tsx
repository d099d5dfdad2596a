import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageNames, toLanguage } from '@/shared/i18n/language';
import { chooseLanguage } from '@/shared/i18n/runtime';
import { chooseTheme, THEME_CHOICES, useThemeChoice } from '@/shared/theme/mode';
import styles from './appearance.module.css';

const themeKey = { system: 'nav.themeSystem', light: 'nav.themeLight', dark: 'nav.themeDark' } as const;

/** Language and appearance, for screens where nobody is signed in yet. */
export function AppearanceBar() {
  const { t, i18n } = useTranslation();
  const theme = useThemeChoice();
  return (
    <footer className={styles.bar}>
      <Segmented
        size="small"
        aria-label={t('nav.language')}
        value={toLanguage(i18n.language)}
        options={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(language) => void chooseLanguage(language)}
      />
      <Segmented
        size="small"
        aria-label={t('nav.theme')}
        value={theme}
        options={THEME_CHOICES.map((value) => ({ value, label: t(themeKey[value]) }))}
        onChange={chooseTheme}
      />
    </footer>
  );
}
