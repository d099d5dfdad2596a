import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageNames, toLanguage } from '@/shared/i18n/language';
import { useChooseLanguage } from '@/shared/session/useChooseLanguage';
import { chooseTheme, THEME_CHOICES, useThemeChoice } from '@/shared/theme/mode';
import { Section } from '@/shared/ui/Page';
import { EmailSection } from './EmailSection';
import { NameSection } from './NameSection';
import styles from './settings.module.css';

const themeKey = { system: 'common:nav.themeSystem', light: 'common:nav.themeLight', dark: 'common:nav.themeDark' } as const;

export function ProfilePage() {
  const { t, i18n } = useTranslation(['accounts', 'common']);
  const theme = useThemeChoice();
  const chooseLanguage = useChooseLanguage();
  return (
    <div className={styles.stack}>
      <Section title={t('settings.appearance')}>
        <div className={styles.row}>
          <span>{t('common:nav.language')}</span>
          <Segmented
            aria-label={t('common:nav.language')}
            value={toLanguage(i18n.language)}
            options={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(language) => void chooseLanguage(language)}
          />
          <span>{t('common:nav.theme')}</span>
          <Segmented
            aria-label={t('common:nav.theme')}
            value={theme}
            options={THEME_CHOICES.map((value) => ({ value, label: t(themeKey[value]) }))}
            onChange={chooseTheme}
          />
        </div>
      </Section>
      <NameSection />
      <EmailSection />
    </div>
  );
}
