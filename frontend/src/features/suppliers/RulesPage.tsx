import { Button, Checkbox, Form, InputNumber, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { SupplierPolicyEditDocument, SupplierPolicyOfGroupDocument, type SupplierPolicyOfGroupQuery } from '@/gql/group/graphql';
import { SupplierRuleOfUnitDocument, SupplierSettingEditDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { usePlaces } from './places';
import { CERTIFICATE_KINDS } from './words';

/** What suppliers must show: the group's policy, or what a unit does about those who are not qualified. */
export function RulesPage() {
  return useDoor().kind === 'group' ? <GroupPolicy /> : <UnitRule />;
}

const RULES = ['allow', 'warn', 'refuse'] as const;

function UnitRule() {
  const { t } = useTranslation('suppliers');
  const places = usePlaces();
  const can = useCan();
  const { run, busy } = useAction();
  const { data, error, isPending, refetch } = useApiQuery(SupplierRuleOfUnitDocument, {}, { subject: 'supplierRule' });
  const edit = useApiMutation(SupplierSettingEditDocument, { payload: (r) => r.supplierSettingEdit, touches: ['supplierRule', 'relation'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { unqualified, version } = data.supplierRule;
  return (
    <Page title={t('rules.title')} crumbs={[{ title: t('qualification.many'), to: places.qualifications }]} width="reading">
      <Section title={t('rules.unqualified')} intro={t('rules.unqualifiedHint')}>
        <Radio.Group
          vertical
          value={unqualified}
          disabled={busy || !can('suppliers.setting.edit')}
          onChange={(event) => void run(() => edit.mutateAsync({ input: { version, unqualified: String(event.target.value) } }), t('rules.saved'))}
          options={RULES.map((value) => ({ value, label: t(`rules.${value}`) }))}
        />
      </Section>
    </Page>
  );
}

type Policy = SupplierPolicyOfGroupQuery['supplierPolicy'];

interface Values {
  requiredCertificates: readonly string[];
  requiredChecks: readonly string[];
  blockingClass: number;
  checkDays: number;
  acceptAutomatically: boolean;
  manualMinutes?: number | null;
  manualSample?: number | null;
}

const MINUTE = 60;

function GroupPolicy() {
  const { t } = useTranslation('suppliers');
  const places = usePlaces();
  const { data, error, isPending, refetch } = useApiQuery(SupplierPolicyOfGroupDocument, {}, { subject: 'supplierPolicy' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('rules.title')} crumbs={[{ title: t('qualification.many'), to: places.qualifications }]} intro={t('rules.groupIntro')} width="reading">
      <PolicyForm key={data.supplierPolicy.version} policy={data.supplierPolicy} />
    </Page>
  );
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const { run, busy } = useAction();
  const edit = useApiMutation(SupplierPolicyEditDocument, { payload: (r) => r.supplierPolicyEdit, touches: ['supplierPolicy', 'application'] });
  const { version, manualSeconds, ...values } = policy;
  const initial: Values = { ...values, manualMinutes: manualSeconds ? manualSeconds / MINUTE : null };
  const send = ({ manualMinutes, ...given }: Values) =>
    run(() => edit.mutateAsync({ input: { ...given, version, manualSeconds: manualMinutes ? Math.round(manualMinutes * MINUTE) : null, manualSample: given.manualSample ?? null } }), t('rules.saved'));
  const may = can('masterdata.supplier_policy.edit');
  return (
    <Form<Values> layout="vertical" initialValues={initial} disabled={!may} onFinish={(given) => void send(given)}>
      <Section title={t('rules.shown')}>
        <Form.Item name="requiredCertificates" label={t('rules.certificates')} extra={t('rules.certificatesHint')}>
          <Select mode="multiple" options={CERTIFICATE_KINDS.map((value) => ({ value, label: t(`certificateKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="requiredChecks" label={t('rules.checks')} extra={t('rules.checksHint')}>
          <Checkbox.Group options={(['credit', 'licence'] as const).map((value) => ({ value, label: t(`check.${value}`) }))} />
        </Form.Item>
        <Form.Item name="blockingClass" label={t('rules.blocking')} extra={t('rules.blockingHint')}>
          <InputNumber min={2} max={5} precision={0} />
        </Form.Item>
        <Form.Item name="checkDays" label={t('rules.days')}>
          <InputNumber min={1} max={730} precision={0} />
        </Form.Item>
      </Section>
      <Section title={t('rules.admission')}>
        <Form.Item name="acceptAutomatically" required valuePropName="checked" label={t('rules.automatic')} extra={t('rules.automaticHint')}>
          <Switch />
        </Form.Item>
        <Form.Item name="manualMinutes" label={t('rules.baseline')} extra={t('rules.baselineHint')}>
          <InputNumber min={0} max={43200} />
        </Form.Item>
        <Form.Item name="manualSample" label={t('rules.sample')}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        {may && (
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('rules.save')}
          </Button>
        )}
      </Section>
    </Form>
  );
}
