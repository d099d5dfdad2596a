import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useViewer } from '@/shared/session/ViewerContext';
import { useRoleName } from '@/shared/session/roleName';
import { contextPath, type WorkContext } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page } from '@/shared/ui/Page';
import { State } from '@/shared/ui/States';
import styles from './home.module.css';

const FEW = 8;

// Most people have few workspaces and need no box to search in.
const Search = lazy(() => import('antd/es/input/Search'));

/** The start page: straight into the only workspace, or the choice of one. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const { contexts, person, console } = useViewer();
  const roleName = useRoleName();
  const [words, setWords] = useState('');
  const [only] = contexts;
  if (contexts.length === 0 && console.length > 0) return <Navigate to="/operator" replace />;
  if (contexts.length === 1 && console.length === 0 && only) return <Navigate to={contextPath(only)} replace />;
  if (contexts.length === 0) {
    return <State title={t('none')} hint={t('noneHint', { email: person.email })} action={<LinkButton to="/start">{t('createGroup')}</LinkButton>} />;
  }
  const shown = contexts.filter((each) => `${each.name} ${each.groupName}`.toLowerCase().includes(words.toLowerCase()));
  return (
    <Page title={t('title')} width="reading">
      {contexts.length > FEW && (
        <Suspense>
          <Search allowClear value={words} aria-label={t('search')} placeholder={t('search')} onChange={(event) => setWords(event.target.value)} />
        </Suspense>
      )}
      {console.length > 0 && <Link to="/operator">{common('nav.console')}</Link>}
      {[...groupsOf(shown)].map(([groupName, members]) => (
        <section key={groupName} aria-label={groupName}>
          <h2 className={styles.group}>{groupName}</h2>
          <ul className={styles.places}>
            {members.map((context) => (
              <li key={`${context.kind}${context.id}`}>
                <Link to={contextPath(context)} className={styles.place}>
                  <strong>{context.kind === 'GROUP' ? t('headOffice') : context.name}</strong>
                  <span className="soft">{context.roles.map((role) => roleName(role)).join(' · ')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function groupsOf(contexts: readonly WorkContext[]): Map<string, WorkContext[]> {
  const groups = new Map<string, WorkContext[]>();
  for (const context of contexts) groups.set(context.groupName, [...(groups.get(context.groupName) ?? []), context]);
  return groups;
}
