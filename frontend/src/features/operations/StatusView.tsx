import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceStatusQuery } from '@/gql/group/graphql';
import { formatDay, formatDecimal } from '@/shared/ui/format';
import { Section } from '@/shared/ui/Page';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from './operations.module.css';

type Status = ServiceStatusQuery['serviceStatus'];
type State = 'operational' | 'degraded' | 'outage' | 'maintenance' | 'unknown';
type Answer = 'all' | 'some' | 'none' | 'unknown';

const TONES: Record<State, Tone> = { operational: 'good', degraded: 'warn', outage: 'bad', maintenance: 'accent', unknown: 'idle' };
const PROMISED = 99.9;
const POOR = 99;
const SHOWN = 90;
const DAY = 86_400_000;

/** Days (UTC) up to today, oldest first. */
const lastDays = (count: number, now: number): string[] => Array.from({ length: count }, (_, index) => new Date(now - (count - 1 - index) * DAY).toISOString().slice(0, 10));

const toneOf = (percent: string | null | undefined): Tone => (!percent ? 'idle' : Number(percent) >= PROMISED ? 'good' : Number(percent) >= POOR ? 'warn' : 'bad');

/** How the service runs, for anybody: the last 90 days, incidents and maintenance; nothing of any one customer. */
export function StatusView({ status }: { status: Status }) {
  const { t, i18n } = useTranslation('operations');
  const [today] = useState(() => Date.now());
  const percent = (value: string | null | undefined) => (value ? `${formatDecimal(value, i18n.language, 3)}%` : t('availability.none'));
  const state = status.state as State;
  const known = new Map(status.days.map((day) => [day.day.slice(0, 10), day]));
  const slots = lastDays(SHOWN, today).map((day) => ({ day, percent: known.get(day)?.percent }));
  return (
    <>
      <p>
        <StatusTag tone={TONES[state]}>{t(`status.state.${state}`)}</StatusTag> <span className="soft">{t(`status.unitsAnswer.${status.unitsAnswer as Answer}`)}</span>
      </p>
      <Section title={t('status.days')} intro={t('status.daysIntro', { percent: percent(status.percent) })}>
        <ol className={styles.bars}>
          {slots.map((day) => (
            <li key={day.day} title={`${formatDay(day.day, i18n.language)}: ${percent(day.percent)}`} style={{ '--tone': day.percent ? `var(--${toneOf(day.percent)})` : 'var(--line)' } as React.CSSProperties}>
              <span className="visually-hidden">{`${formatDay(day.day, i18n.language)}: ${percent(day.percent)}`}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('status.incidents')}>
        {status.incidents.length === 0 && <p className="soft">{t('status.noIncidents')}</p>}
        {status.incidents.map((incident) => (
          <article key={incident.id}>
            <strong>{incident.title}</strong> <StatusTag tone={incident.resolvedAt ? 'good' : 'bad'}>{t(`status.incident.${incident.state as 'resolved'}`)}</StatusTag>{' '}
            <span className="soft">{t(`status.impact.${incident.impact as 'minor'}`)}</span>
            <ul className={styles.updates}>
              {incident.updates.map((update) => (
                <li key={update.at}>
                  {update.text} <span className="soft"><DateTime value={update.at} /></span>
                </li>
              ))}
            </ul>
          </article>
        ))}
      </Section>
      <Section title={t('status.maintenance')}>
        {status.maintenance.length === 0 && <p className="soft">{t('status.noMaintenance')}</p>}
        <ul className={styles.cards}>
          {status.maintenance.map((window) => (
            <li key={window.id}>
              {window.title} <span className="soft"><DateTime value={window.startsAt} /> – <DateTime value={window.endsAt} /></span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
