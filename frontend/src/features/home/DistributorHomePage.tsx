import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRoleName } from '@/shared/session/roleName';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { State } from '@/shared/ui/States';

/** Where a distributor's contact begins: who they are here, what is shared with them, and what they can do now. */
export function DistributorHomePage() {
  const { t } = useTranslation('home');
  const context = useWorkContext();
  const { person } = useViewer();
  const roleName = useRoleName();
  return (
    <Page title={context.name} intro={t('distributor.intro', { group: context.groupName })} width="reading">
      <Section title={t('distributor.documents')}>
        <State title={t('distributor.noDocuments')} hint={t('distributor.noDocumentsHint')} />
      </Section>
      <Section title={t('distributor.you')} actions={<Link to="/settings">{t('distributor.profile')}</Link>}>
        <Facts
          items={[
            { term: t('distributor.name'), value: person.displayName || person.email },
            { term: t('distributor.email'), value: person.email },
            { term: t('distributor.role'), value: context.roles.map((role) => roleName(role)).join(' · ') },
            { term: t('distributor.group'), value: context.groupName },
          ]}
        />
      </Section>
    </Page>
  );
}
