import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationDecideDocument, SupplierStandingDocument, type SupplierStandingQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { CHECK_KINDS, type CheckKind } from './ReportDialog';
import { TierTag } from './words';
import styles from './suppliers.module.css';

const DECISIONS = ['approved', 'declined', 'open'] as const;
type Decision = (typeof DECISIONS)[number];
const TONES = { approved: 'good', declined: 'bad', open: 'idle' } as const;

type ReasonCode = 'DECLINED' | 'CHECK_FAILED' | 'CHECK_EXPIRED' | 'CHECK_MISSING' | 'NOT_QUALIFIED';

const isCheck = (about: string): about is CheckKind => (CHECK_KINDS as readonly string[]).includes(about);

interface Values {
  decision: Decision;
  reason: string;
}

/** Whether this unit uses the supplier: its own decision beside the group's, and what speaks against ordering. */
export function UnitDecision({ supplierId }: { supplierId: string }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const [deciding, setDeciding] = useState(false);
  const { data, error, isPending, refetch } = useApiQuery(SupplierStandingDocument, { supplier: supplierId }, { subject: 'relation' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const relation = data.supplierRelations.nodes[0];
  const decision = (relation?.decision ?? 'open') as Decision;
  return (
    <Section title={t('relation.title')} intro={t('relation.intro')} actions={can('suppliers.relation.decide') && <Button onClick={() => setDeciding(true)}>{t('relation.decide')}</Button>}>
      <ul className={styles.plain}>
        <li className={styles.row}>
          <StatusTag tone={TONES[decision]}>{t(`decision.${decision}`)}</StatusTag>
          <span className={styles.grow}>{relation?.reason || <span className="soft">{t('relation.none')}</span>}</span>
          {relation && (
            <span className="soft">
              {relation.decidedByName} · <DateTime value={relation.decidedAt} />
            </span>
          )}
        </li>
        <Standing standing={data.supplierStanding} unqualified={data.supplierRule.unqualified} />
      </ul>
      <DecideDialog open={deciding} supplierId={supplierId} version={relation?.version ?? 0} decision={decision} onClose={() => setDeciding(false)} />
    </Section>
  );
}

function Standing({ standing, unqualified }: { standing: SupplierStandingQuery['supplierStanding']; unqualified: string }) {
  const { t } = useTranslation('suppliers');
  return (
    <>
      {standing.reasons.map((reason) => (
        <li key={`${reason.code}${reason.about}`} className={styles.row}>
          <StatusTag tone={unqualified === 'refuse' ? 'bad' : 'warn'}>{t(unqualified === 'refuse' ? 'relation.refused' : 'relation.warned')}</StatusTag>
          <span className={styles.grow}>
            {t(`reasonAgainst.${reason.code as ReasonCode}`)} {isCheck(reason.about) && <span className="soft">{t(`check.${reason.about}`)}</span>}
          </span>
        </li>
      ))}
      <li className={styles.row}>
        <TierTag tier={standing.tier ?? ''} />
        <span className={styles.grow}>
          {standing.paymentDays === null || standing.paymentDays === undefined
            ? t('relation.noTerms')
            : t('relation.terms', { days: standing.paymentDays, place: standing.payOrder })}
        </span>
      </li>
    </>
  );
}

interface DialogProps {
  open: boolean;
  supplierId: string;
  version: number;
  decision: Decision;
  onClose: () => void;
}

function DecideDialog({ open, supplierId, version, decision, onClose }: DialogProps) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const decide = useApiMutation(RelationDecideDocument, { payload: (r) => r.relationDecide, touches: ['relation'] });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('relation.decide')}
      intro={t('relation.intro')}
      form={form}
      initial={{ decision: decision === 'open' ? 'approved' : decision }}
      submitLabel={t('relation.save')}
      send={(values) => decide.mutateAsync({ input: { supplierOrgId: supplierId, version, ...values } })}
      onDone={() => {
        void message.success(t('relation.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="decision" label={t('relation.title')}>
        <Radio.Group options={DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.needed') }]}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
