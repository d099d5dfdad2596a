import type { CalculationInput } from '@/gql/group/graphql';

/** Every figure is a text: amounts never pass through a binary floating point number. */
export type Figures = Readonly<Record<FigureName, string>>;

export const GROUPS = {
  subscription: ['subscription.implementation', 'subscription.implementationMonths', 'subscription.operationYear', 'subscription.growthPercent'],
  selfBuild: ['selfBuild.licenceYear', 'selfBuild.implementation', 'selfBuild.implementationMonths', 'selfBuild.operationYear', 'selfBuild.growthPercent'],
  effects: ['effects.spendYear', 'effects.savingPercent', 'effects.people', 'effects.personCostYear', 'effects.efficiencyPercent', 'effects.ramp1', 'effects.ramp2'],
  ranges: ['low.saving_percent', 'high.saving_percent', 'low.efficiency_percent', 'high.efficiency_percent', 'low.implementation', 'high.implementation', 'ratePercent', 'seed'],
} as const;

export type GroupName = keyof typeof GROUPS;
export type FigureName = (typeof GROUPS)[GroupName][number];

/** Plain example values: nobody's figures. The screen marks each until it is replaced. */
export const EXAMPLES: Figures = {
  'subscription.implementation': '20000',
  'subscription.implementationMonths': '3',
  'subscription.operationYear': '12000',
  'subscription.growthPercent': '2',
  'selfBuild.licenceYear': '10000',
  'selfBuild.implementation': '240000',
  'selfBuild.implementationMonths': '9',
  'selfBuild.operationYear': '80000',
  'selfBuild.growthPercent': '3',
  'effects.spendYear': '5000000',
  'effects.savingPercent': '3',
  'effects.people': '6',
  'effects.personCostYear': '60000',
  'effects.efficiencyPercent': '15',
  'effects.ramp1': '50',
  'effects.ramp2': '80',
  'low.saving_percent': '1',
  'high.saving_percent': '5',
  'low.efficiency_percent': '5',
  'high.efficiency_percent': '25',
  'low.implementation': '15000',
  'high.implementation': '50000',
  ratePercent: '8',
  seed: '1',
};

export interface Choice {
  plan: string;
  seats: number;
  currency: string;
}

const RANGED = ['saving_percent', 'efficiency_percent', 'implementation'] as const;
const ALL_OF_IT = '100';

/** The question as the API takes it. */
export function questionOf({ plan, seats, currency }: Choice, figures: Figures): CalculationInput {
  const whole = (name: FigureName) => Number.parseInt(figures[name], 10);
  return {
    plan,
    seats,
    currency,
    ratePercent: figures.ratePercent,
    seed: whole('seed'),
    subscription: {
      implementation: figures['subscription.implementation'],
      implementationMonths: whole('subscription.implementationMonths'),
      operationYear: figures['subscription.operationYear'],
      growthPercent: figures['subscription.growthPercent'],
    },
    selfBuild: {
      licenceYear: figures['selfBuild.licenceYear'],
      implementation: figures['selfBuild.implementation'],
      implementationMonths: whole('selfBuild.implementationMonths'),
      operationYear: figures['selfBuild.operationYear'],
      growthPercent: figures['selfBuild.growthPercent'],
    },
    effects: {
      spendYear: figures['effects.spendYear'],
      savingPercent: figures['effects.savingPercent'],
      people: figures['effects.people'],
      personCostYear: figures['effects.personCostYear'],
      efficiencyPercent: figures['effects.efficiencyPercent'],
      rampPercents: [figures['effects.ramp1'], figures['effects.ramp2'], ALL_OF_IT],
    },
    ranges: RANGED.map((driver) => ({ driver, low: figures[`low.${driver}`], high: figures[`high.${driver}`] })),
  };
}

/** Where the same calculation is downloaded. */
export const reportAddress = (form: 'csv' | 'pdf', input: CalculationInput, language: string): string =>
  `/files/calculation/report.${form}?${new URLSearchParams({ input: JSON.stringify(input), lang: language }).toString()}`;
