import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '@/shared/form/useAction';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { isWholeRule, TierFields, type TierRule } from './TierFields';
import { sumOf, WHOLE, written } from './sum';
import { DIMENSIONS, type Dimension } from './words';
import styles from './suppliers.module.css';

export interface ModelInput {
  weights: { dimension: string; weight: string }[];
  qualityBar: string;
  leastCoverage: string;
  reason: string;
  tiers?: TierRule;
}

interface Model {
  weights: readonly { dimension: string; weight: string }[];
  qualityBar: string;
  leastCoverage: string;
  tiers: TierRule;
}

type Weights = Record<Dimension, string>;

interface Props {
  model: Model;
  canPublish: boolean;
  /** Head office chooses the tiers too; they hold in all units. */
  withTiers?: boolean;
  publish: (input: ModelInput) => Promise<unknown>;
}

/** The five weights with their sum as one types; nothing is published until they are whole. */
export function ModelEditor({ model, canPublish, withTiers = false, publish }: Props) {
  const { t } = useTranslation(['suppliers', 'common']);
  const { run, busy } = useAction();
  const [weights, setWeights] = useState<Weights>(() => Object.fromEntries(model.weights.map((each) => [each.dimension, each.weight])) as Weights);
  const [bar, setBar] = useState(model.qualityBar);
  const [coverage, setCoverage] = useState(model.leastCoverage);
  const [tiers, setTiers] = useState<TierRule>({ strategic: model.tiers.strategic, preferred: model.tiers.preferred, watch: model.tiers.watch, hysteresis: model.tiers.hysteresis });
  const [reason, setReason] = useState('');
  const sum = sumOf(DIMENSIONS.map((dimension) => weights[dimension]));
  const whole = sum === WHOLE;
  const ready = whole && reason.trim() && (!withTiers || isWholeRule(tiers));
  const send = () =>
    run(
      () => publish({ weights: DIMENSIONS.map((dimension) => ({ dimension, weight: weights[dimension] })), qualityBar: bar, leastCoverage: coverage, reason, ...(withTiers && { tiers }) }),
      t('model.published'),
    );
  return (
    <Section title={t('model.edit')} intro={t('model.intro')}>
      <Form layout="vertical" disabled={!canPublish} onFinish={() => void send()}>
        <div className={styles.weights}>
          {DIMENSIONS.map((dimension) => (
            <label key={dimension} className={styles.weight}>
              {t(`dimension.${dimension}`)}
              <InputNumber<string>
                stringMode
                min="0"
                max="100"
                step="1"
                value={weights[dimension]}
                suffix="%"
                aria-label={t(`dimension.${dimension}`)}
                onChange={(value) => setWeights((known) => ({ ...known, [dimension]: value ?? '' }))}
              />
            </label>
          ))}
          <p role="status" className={styles.weight}>
            <strong>
              {t('common:form.told', { what: t('model.sum'), value: `${sum === null ? '–' : written(sum)}%` })}
            </strong>
            {whole ? <StatusTag tone="good">{t('model.whole')}</StatusTag> : <StatusTag tone="bad">{t('model.notWhole', { missing: sum === null ? '–' : written(WHOLE - sum, true) })}</StatusTag>}
          </p>
        </div>
        <Form.Item required label={t('model.bar')} extra={t('model.barHint')}>
          <InputNumber<string> stringMode min="0" max="100" precision={2} value={bar} aria-label={t('model.bar')} onChange={(value) => setBar(value ?? '')} />
        </Form.Item>
        <Form.Item required label={t('model.coverage')} extra={t('model.coverageHint')}>
          <InputNumber<string> stringMode min="0" max="100" precision={2} value={coverage} suffix="%" aria-label={t('model.coverage')} onChange={(value) => setCoverage(value ?? '')} />
        </Form.Item>
        {withTiers && <TierFields rule={tiers} onChange={setTiers} />}
        {canPublish && (
          <>
            <Form.Item required label={t('field.reason')}>
              <Input.TextArea rows={2} maxLength={2000} value={reason} aria-label={t('field.reason')} onChange={(event) => setReason(event.target.value)} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
              {t('model.publish')}
            </Button>
          </>
        )}
      </Form>
    </Section>
  );
}
