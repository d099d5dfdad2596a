import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { isApple } from '@/shared/keyboard/KeyCaps';
import type { ContextKind, WorkContext } from '@/shared/session/viewer';
import type { NavSection } from './navigation';
import { PersonMenu } from './PersonMenu';
import styles from './shell.module.css';

export const kindKey = { GROUP: 'nav.group', UNIT: 'nav.unit', SUPPLIER: 'nav.supplier', DISTRIBUTOR: 'nav.distributor' } as const satisfies Record<ContextKind, string>;

export function ContextMark({ context }: { context: Pick<WorkContext, 'kind' | 'name'> | undefined }) {
  const classes = context && context.kind !== 'GROUP' ? `${styles.mark} ${styles.unitMark}` : styles.mark;
  return (
    <span className={classes} aria-hidden="true">
      {[...(context?.name ?? 'H')][0]?.toUpperCase()}
    </span>
  );
}

interface SidebarProps {
  context: WorkContext | undefined;
  sections: readonly NavSection[];
  /** What stands under the product's name outside of a workspace. */
  place: string;
  onSwitch: () => void;
}

export function Sidebar({ context, sections, place, onSwitch }: SidebarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.sidebar}>
      <button type="button" className={styles.switch} onClick={onSwitch} title={`${t('nav.switch')} (${isApple ? '⌘' : 'Ctrl'} K)`}>
        <ContextMark context={context} />
        <span className={styles.names}>
          <span className={styles.name}>{context?.name ?? t('product')}</span>
          <span className={styles.kind}>{context ? subtitle(context, t(kindKey[context.kind])) : place}</span>
        </span>
        <SwapOutlined className="soft" rotate={90} aria-hidden="true" />
      </button>
      <nav aria-label={t('nav.main')}>
        {sections.map((section) => (
          <div key={section.label ?? 'top'}>
            {section.label && <p className={styles.section}>{t(`nav.${section.label}`)}</p>}
            <ul className={styles.links}>
              {section.items.map(({ to, label, icon: Icon, exact }) => (
                <li key={to}>
                  <NavLink to={to} end={exact} className={({ isActive }) => (isActive ? `${styles.link} ${styles.active}` : styles.link)}>
                    <span aria-hidden="true">
                      <Icon />
                    </span>
                    {t(`nav.${label}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.foot}>
        <PersonMenu />
      </div>
    </div>
  );
}

/** What stands under a workspace's name: its group, and for partners that they are guests there. */
export function subtitle(context: WorkContext, kind: string): string {
  if (context.kind === 'GROUP') return kind;
  return context.kind === 'UNIT' ? context.groupName : `${kind} · ${context.groupName}`;
}
