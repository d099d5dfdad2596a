import { useTranslation } from 'react-i18next';
import english from '../../../../docs/api-changelog.md?raw';
import chinese from '../../../../docs/api-changelog.zh-CN.md?raw';
import { Page, Section } from '@/shared/ui/Page';
import { DeveloperTabs } from './DeveloperTabs';
import { partsOf } from './changes';
import styles from './developers.module.css';

/** How the API changes, and what has changed. */
export function ChangesPage() {
  const { t, i18n } = useTranslation('developers');
  return (
    <Page title={t('title')} intro={t('changes.intro')} tabs={<DeveloperTabs />} width="reading">
      {partsOf(i18n.language.startsWith('zh') ? chinese : english).map((part) => (
        <Section key={part.title} title={part.title}>
          <ul className={styles.text}>
            {part.lines.map((line) => (
              <li key={line}>{words(line)}</li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

function words(line: string) {
  return line.split('`').map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : part));
}
