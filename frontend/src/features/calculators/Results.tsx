import { useTranslation } from 'react-i18next';
import type { CalculationQuery } from '@/gql/group/graphql';
import { formatDecimal, type MoneyValue } from '@/shared/ui/format';
import { Facts, Section } from '@/shared/ui/Page';
import { Bars } from '@/shared/ui/Bars';
import { Money } from '@/shared/ui/Values';
import styles from './calculators.module.css';

type Found = CalculationQuery['calculation'];
type Costs = NonNullable<Found>['subscription'];

const YEARS = [1, 2, 3] as const;
const HUNDRED = 100;

/** The answer: costs in three lines, both ways compared, the benefit, how sure it is, and how it was reckoned. */
export function Results({ found }: { found: Found }) {
  const { t } = useTranslation('calculators');
  if (!found) return null;
  return (
    <div className={styles.results} aria-live="polite">
      <Section title={t('subscription')} intro={<LicenceParts found={found} />}>
        <CostTable costs={found.subscription} />
      </Section>
      <Section title={t('selfBuild')}>
        <CostTable costs={found.selfBuild} />
      </Section>
      <Comparison found={found} />
      <Benefit found={found} />
      <Simulation found={found} />
      <Section title={t('formulas')}>
        <ul className={styles.formulas}>
          {found.formulas.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

type Shown = NonNullable<Found>;

function LicenceParts({ found }: { found: Shown }) {
  const { t } = useTranslation('calculators');
  return (
    <>
      {t('licenceOf')}: {t('licencePlan')} <Money value={found.licencePlan} />, {t('licenceSeats')} <Money value={found.licenceSeats} />, {t('licenceCommission')} <Money value={found.licenceCommission} />
    </>
  );
}

interface Line {
  name: string;
  values: readonly MoneyValue[];
  total?: MoneyValue;
  strong?: boolean;
}

function YearTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('calculators');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('byYear')}>
      <table className={styles.years}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('line')}</span>
            </th>
            {YEARS.map((year) => (
              <th key={year} scope="col">
                {t('year', { year })}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, values, total, strong }) => (
            <tr key={name} className={strong ? styles.strong : undefined}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={YEARS[index]}>
                  <Money value={value} />
                </td>
              ))}
              <td>{total && <Money value={total} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CostTable({ costs }: { costs: Costs }) {
  const { t } = useTranslation('calculators');
  const line = (name: 'licence' | 'implementation' | 'operation') => ({ name: t(name), values: costs.years.map((year) => year[name]), total: costs[name] });
  const total = { name: t('total'), values: costs.years.map((year) => year.total), total: costs.total, strong: true };
  return (
    <>
      <YearTable lines={[line('licence'), line('implementation'), line('operation'), total]} />
      <Facts items={[{ term: t('npv'), value: <Money value={costs.npv} /> }]} />
    </>
  );
}

function Comparison({ found }: { found: Shown }) {
  const { t } = useTranslation('calculators');
  const cheaper = found.cheaper as 'subscription' | 'self_build' | 'same';
  return (
    <Section title={t('comparison')}>
      <YearTable lines={[{ name: t('difference'), values: found.differences, total: found.difference, strong: true }]} />
      <Facts
        items={[
          { term: t('npvDifference'), value: <Money value={found.npvDifference} /> },
          { term: t('cheaper'), value: t(`cheaperOf.${cheaper}`) },
          { term: t('breakEven'), value: found.breakEvenMonth ? t('month', { month: found.breakEvenMonth }) : t('never') },
        ]}
      />
    </Section>
  );
}

function Benefit({ found }: { found: Shown }) {
  const { t, i18n } = useTranslation('calculators');
  const line = (name: 'saving' | 'efficiency' | 'cost') => ({ name: t(name), values: found.benefit.map((year) => year[name]) });
  const net = { name: t('net'), values: found.benefit.map((year) => year.net), total: found.benefitNet, strong: true };
  return (
    <Section title={t('benefit')}>
      <YearTable lines={[line('saving'), line('efficiency'), line('cost'), net]} />
      <Facts
        items={[
          { term: t('npv'), value: <Money value={found.benefitNpv} /> },
          ...(found.roiPercent ? [{ term: t('roi'), value: `${formatDecimal(found.roiPercent, i18n.language, 1)}%` }] : []),
          { term: t('payback'), value: found.paybackMonth ? t('month', { month: found.paybackMonth }) : t('never') },
        ]}
      />
    </Section>
  );
}

function Simulation({ found }: { found: Shown }) {
  const { t, i18n } = useTranslation('calculators');
  const percent = (value: string, decimals: number) => `${formatDecimal(value, i18n.language, decimals)}%`;
  return (
    <Section title={t('simulation')} intro={t('simulationHint', { runs: found.runs, seed: found.seed })}>
      <Facts
        items={[
          { term: t('p10'), value: <Money value={found.p10} /> },
          { term: t('p50'), value: <Money value={found.p50} /> },
          { term: t('p90'), value: <Money value={found.p90} /> },
          { term: t('aboveZero'), value: percent(found.aboveZeroPercent, 1) },
        ]}
      />
      <h3 className={styles.drivers}>{t('drivers')}</h3>
      <Bars
        head={[t('driver'), t('share'), t('correlation')]}
        rows={found.drivers.map(({ driver, correlation, sharePercent }) => ({
          key: driver,
          name: t(`driverOf.${driver as 'spend_year'}`),
          value: percent(sharePercent, 1),
          part: Number(sharePercent) / HUNDRED,
          aside: formatDecimal(correlation, i18n.language, 2),
        }))}
      />
    </Section>
  );
}
