import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalculationDocument, type CalculationInput, type PlansQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { EXAMPLES, GROUPS, questionOf, reportAddress, type Choice, type FigureName, type Figures, type GroupName } from './question';
import { Results } from './Results';
import styles from './calculators.module.css';

const CURRENCIES = ['CNY', 'EUR', 'USD'];
const MOST_SEATS = 100_000;
const DOOR = { kind: 'group' } as const;

interface CalculatorsProps {
  plans: PlansQuery['plans'];
  choice: Choice;
  /** What was measured in the group stands in place of the examples. */
  measured?: Partial<Figures>;
}

/** The form on top, the answer below; nothing is stored, the answer's files are links. */
export function Calculators({ plans, choice: first, measured = {} }: CalculatorsProps) {
  const { t, i18n } = useTranslation('calculators');
  const [choice, setChoice] = useState(first);
  const [typed, setTyped] = useState<Partial<Record<FigureName, string>>>({});
  const figures: Figures = { ...EXAMPLES, ...measured, ...typed };
  const [asked, setAsked] = useState<CalculationInput>(() => questionOf(first, figures));
  const { data, isPending, isError, error, refetch, isFetching } = useApiQuery(CalculationDocument, { input: asked }, { subject: 'calculation', keepPrevious: true, door: DOOR });
  const originOf = (name: FigureName) => (typed[name] !== undefined ? undefined : measured[name] !== undefined ? t('measured') : t('example'));
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(questionOf(choice, figures));
        }}
      >
        <Section title={t('group.plan')}>
          <PlanChoice plans={plans} choice={choice} onChange={(part) => setChoice({ ...choice, ...part })} />
        </Section>
        {(Object.keys(GROUPS) as GroupName[]).map((group) => (
          <Section key={group} title={t(`group.${group}`)}>
            <div className={styles.fields}>
              {GROUPS[group].map((name) => (
                <FigureField key={name} name={name} value={figures[name]} origin={originOf(name)} onChange={(value) => setTyped({ ...typed, [name]: value })} />
              ))}
            </div>
          </Section>
        ))}
        <div className={styles.send}>
          <Button type="primary" htmlType="submit" loading={isFetching}>
            {t('calculate')}
          </Button>
          <a href={reportAddress('csv', asked, i18n.language)} download>
            {t('csv')}
          </a>
          <a href={reportAddress('pdf', asked, i18n.language)} download>
            {t('pdf')}
          </a>
        </div>
      </form>
      {isPending ? <Loading /> : isError ? <Failure error={error} onRetry={() => void refetch()} /> : <Results found={data.calculation} />}
    </>
  );
}

function PlanChoice({ plans, choice, onChange }: { plans: PlansQuery['plans']; choice: Choice; onChange: (part: Partial<Choice>) => void }) {
  const { t } = useTranslation('calculators');
  return (
    <div className={styles.fields}>
      <label className={styles.field} htmlFor="calculator-plan">
        {t('plan')}
        <Select id="calculator-plan" value={choice.plan} onChange={(plan: string) => onChange({ plan })} options={plans.map(({ code, name }) => ({ value: code, label: name }))} />
      </label>
      <label className={styles.field} htmlFor="calculator-seats">
        {t('seats')}
        <InputNumber id="calculator-seats" min={1} max={MOST_SEATS} precision={0} value={choice.seats} onChange={(seats) => onChange({ seats: seats ?? 1 })} />
      </label>
      <label className={styles.field} htmlFor="calculator-currency">
        {t('currency')}
        <Select id="calculator-currency" value={choice.currency} onChange={(currency: string) => onChange({ currency })} options={CURRENCIES.map((value) => ({ value, label: value }))} />
      </label>
    </div>
  );
}

function FigureField({ name, value, origin, onChange }: { name: FigureName; value: string; origin: string | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation('calculators');
  return (
    <label className={styles.field} htmlFor={`calculator-${name}`}>
      {t(`figure.${name.replace('.', '_')}` as 'figure.seed')}
      <InputNumber<string> id={`calculator-${name}`} stringMode min="0" value={value} onChange={(next) => onChange(next ?? '0')} />
      <span className={styles.origin}>{origin ?? ' '}</span>
    </label>
  );
}
