import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useMatch } from 'react-router';
import { loadWords } from '@/shared/i18n/runtime';
import { HelpOverlay } from '@/shared/keyboard/HelpOverlay';
import { useHotkeys } from '@/shared/keyboard/HotkeyContext';
import { useViewer } from '@/shared/session/ViewerContext';
import { bareId, type WorkContext } from '@/shared/session/viewer';
import { supportId } from '@/shared/session/support';
import { Loading } from '@/shared/ui/States';
import { LiveUpdates } from './LiveUpdates';
import { CONSOLE_PATH, consoleSections, sectionsOf, type NavSection } from './navigation';
import { PersonMenu } from './PersonMenu';
import { Sidebar } from './Sidebar';
import styles from './shell.module.css';

const ContextSwitcher = lazy(() => import('./ContextSwitcher').then((file) => ({ default: file.ContextSwitcher })));
const SupportBar = lazy(async () => ({ default: (await Promise.all([import('@/features/operations/SupportBar'), loadWords(['operations'])]))[0].SupportBar }));
const MenuDrawer = lazy(() => import('./MenuDrawer').then((file) => ({ default: file.MenuDrawer })));

/** The workspace of the page; on pages that belong to the person, the one the person came from. */
function useCurrentContext(): WorkContext | undefined {
  const { contexts } = useViewer();
  const group = useMatch('/g/:groupId/*');
  const unit = useMatch('/u/:slug/*');
  const supplier = useMatch('/s/:membershipId/*');
  const distributor = useMatch('/d/:membershipId/*');
  const settings = useMatch('/settings/*');
  const here = contexts.find(
    (each) =>
      (each.kind === 'GROUP' && bareId(each.groupId) === group?.params.groupId) ||
      (each.kind === 'UNIT' && each.slug === unit?.params.slug) ||
      (each.kind === 'SUPPLIER' && bareId(each.id) === supplier?.params.membershipId) ||
      (each.kind === 'DISTRIBUTOR' && bareId(each.id) === distributor?.params.membershipId),
  );
  const hereId = here?.id;
  const [before, setBefore] = useState<string | undefined>(undefined);
  if (hereId && before !== hereId) setBefore(hereId);
  return here ?? (settings ? contexts.find((each) => each.id === before) : undefined);
}

/** The menu of the page: that of its workspace, or of the operator's console. */
function useSections(context: WorkContext | undefined): { sections: readonly NavSection[]; atConsole: boolean } {
  const { console } = useViewer();
  const atConsole = useMatch(`${CONSOLE_PATH}/*`) !== null && console.length > 0;
  return useMemo(() => ({ atConsole, sections: context ? sectionsOf(context) : atConsole ? consoleSections(console) : [] }), [context, atConsole, console]);
}

/** The frame around every signed-in screen: menu, workspace switcher, person. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const context = useCurrentContext();
  const { sections, atConsole } = useSections(context);
  const place = context?.name ?? (atConsole ? t('nav.console') : t('product'));
  // The menu belongs to the page it was opened on: going anywhere closes it.
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const [switching, setSwitching] = useState(false);
  useHotkeys([{ keys: 'mod+k', label: t('keyboard.switcher'), run: () => setSwitching(true), everywhere: true }]);

  const menu = <Sidebar context={context} sections={sections} place={atConsole ? t('nav.console') : t('nav.switch')} onSwitch={() => setSwitching(true)} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      <header className={styles.topbar}>
        <Button type="text" icon={<MenuOutlined />} aria-label={t('nav.menu')} onClick={() => setMenuAt(pathname)} />
        <span className={styles.topTitle}>{place}</span>
        <PersonMenu compact />
      </header>
      <aside className={styles.side}>{menu}</aside>
      <main id="content" className={styles.main} tabIndex={-1}>
        {supportId() && (
          <Suspense>
            <SupportBar />
          </Suspense>
        )}
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense>
        {menuAt !== null && (
          <MenuDrawer open={menuAt === pathname} onClose={() => setMenuAt(null)}>
            {menu}
          </MenuDrawer>
        )}
        {switching && <ContextSwitcher onClose={() => setSwitching(false)} sections={sections} place={place} />}
      </Suspense>
      <HelpOverlay />
      {/* A stream would outlive the consent under which somebody of the operator's acts. */}
      {!supportId() && <LiveUpdates context={context} />}
    </div>
  );
}
