import { useTranslation } from 'react-i18next';
import python from '../../../../docs/examples/read_members.py?raw';
import shell from '../../../../docs/examples/read_members.sh?raw';
import receiver from '../../../../docs/examples/receive_webhook.py?raw';
import { Page, Section } from '@/shared/ui/Page';
import { Code, CopyButton } from './Code';
import { DeveloperTabs } from './DeveloperTabs';

const EXAMPLES = [
  { key: 'shell', text: shell },
  { key: 'python', text: python },
  { key: 'receiver', text: receiver },
] as const;

/** Programs to copy: the very files that our tests run. */
export function ExamplesPage() {
  const { t } = useTranslation('developers');
  return (
    <Page title={t('title')} intro={t('examples.intro')} tabs={<DeveloperTabs />}>
      {EXAMPLES.map(({ key, text }) => (
        <Section key={key} title={t(`examples.${key}`)} actions={<CopyButton text={text} label={t('examples.copy', { name: t(`examples.${key}`) })} />}>
          <Code text={text} label={t(`examples.${key}`)} />
        </Section>
      ))}
    </Page>
  );
}
