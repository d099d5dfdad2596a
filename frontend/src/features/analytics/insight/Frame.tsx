import { Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page } from '@/shared/ui/Page';
import { TabNav } from '@/shared/ui/TabNav';
import { PERIODS, type Focus } from './useFocus';
import styles from './insight.module.css';

export const TABS = [
  { path: 'cost', permission: 'analytics.spend.read' },
  { path: 'cycle', permission: 'analytics.cycle.read' },
  { path: 'approval', permission: 'analytics.cycle.read' },
  { path: 'on-time', permission: 'analytics.delivery.read' },
] as const;

/** A month as people write it. */
export function useMonthName(): (month: string) => string {
  const { i18n } = useTranslation();
  return useCallback((month) => new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'short' }).format(dayjs(month).toDate()), [i18n.language]);
}

interface Named {
  id?: string | null;
  nameEn: string;
  nameZh: string;
}

export function useNameOf(): (named: Named, none: string) => string {
  const { i18n } = useTranslation();
  return useCallback((named, none) => (i18n.language.startsWith('zh') ? named.nameZh : named.nameEn) || none, [i18n.language]);
}

interface FrameProps {
  focus: Focus;
  page: (typeof TABS)[number]['path'];
  narrowing: readonly ('unit' | 'supplier' | 'item' | 'category' | 'documentType')[];
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the figures: tabs, the period, and what it was narrowed to. */
export function Frame({ focus, page, narrowing, actions, children }: FrameProps) {
  const { t } = useTranslation(['analytics', 'common']);
  const can = useCan();
  const base = contextPath(useWorkContext());
  const monthName = useMonthName();
  const tabs = TABS.filter(({ permission }) => can(permission)).map(({ path }) => ({ to: `${base}/insight/${path}`, label: t(`insight.tab.${path}`) }));
  return (
    <Page title={t('insight.title')} intro={t(`insight.intro.${page}`)} actions={actions} tabs={<TabNav label={t('insight.title')} tabs={tabs} />}>
      <div className={styles.choices}>
        <Select aria-label={t('period')} value={focus.months} options={PERIODS.map((value) => ({ value, label: value === 0 ? t('everything') : t('lastMonths', { count: value }) }))} onChange={(value) => focus.set('months', String(value))} popupMatchSelectWidth={false} />
        {focus.month && (
          <Tag closable onClose={() => focus.set('month', null)}>
            {t('common:form.told', { what: t('dimension.month'), value: monthName(focus.month) })}
          </Tag>
        )}
        {narrowing.map((key) => {
          const chosen = focus.chosen(key);
          return (
            chosen && (
              <Tag key={key} closable onClose={() => focus.set(key, null)}>
                {t('common:form.told', { what: t(`dimension.${key}`), value: chosen.name })}
              </Tag>
            )
          );
        })}
        <InUnit focus={focus} page={page} />
      </div>
      {children}
    </Page>
  );
}

/** From head office into the unit that was chosen, where its documents are: for who works there too. */
function InUnit({ focus, page }: { focus: Focus; page: string }) {
  const { t } = useTranslation('analytics');
  const { contexts } = useViewer();
  const atGroup = useWorkContext().kind === 'GROUP';
  const unit = focus.chosen('unit');
  const there = unit && contexts.find((each) => each.kind === 'UNIT' && each.id === unit.id);
  if (!unit || !atGroup) return null;
  if (!there) return <span className="soft">{t('insight.notThere', { unit: unit.name })}</span>;
  return (
    <LinkButton size="small" to={`${contextPath(there)}/insight/${page}${focus.address}`}>
      {t('insight.inUnit', { unit: unit.name })}
    </LinkButton>
  );
}
