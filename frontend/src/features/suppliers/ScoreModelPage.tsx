import type { TFunction } from 'i18next';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupScoreModelDocument, ScoreModelPublishDocument } from '@/gql/group/graphql';
import { ModelFollowGroupDocument, ModelPublishDocument, UnitScoreModelDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { ModelEditor, type ModelInput } from './ModelEditor';
import type { TierRule } from './TierFields';

/** How suppliers are scored: head office sets it for the group, a unit for itself. */
export function ScoreModelPage() {
  return useDoor().kind === 'group' ? <GroupModel /> : <UnitModel />;
}

/** Whose model it is, in words: the server tells `unit 3`, `group 1` or `default`. */
function called(t: TFunction<'suppliers'>, name: string): string {
  const [whose, version] = name.split(' ');
  if (whose === 'unit') return t('model.ofUnit', { version });
  return whose === 'group' ? t('model.ofGroup', { version }) : t('model.shipped');
}

function GroupModel() {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const { data, error, isPending, refetch } = useApiQuery(GroupScoreModelDocument, {}, { subject: 'scoreModel' });
  const publish = useApiMutation(ScoreModelPublishDocument, { payload: (r) => r.scoreModelPublish, touches: ['scoreModel'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('model.many')} intro={t('model.inForce', { name: called(t, data.groupScoreModel.name) })} width="reading">
      <ModelEditor key={data.groupScoreModel.name} withTiers model={data.groupScoreModel} canPublish={can('masterdata.score_model.publish')} publish={(input: ModelInput) => publish.mutateAsync({ input })} />
      <TierPolicy rule={data.groupScoreModel.tiers} />
    </Page>
  );
}

function UnitModel() {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const { data, error, isPending, refetch } = useApiQuery(UnitScoreModelDocument, {}, { subject: 'model' });
  const [following, setFollowing] = useState(false);
  const follow = useApiMutation(ModelFollowGroupDocument, { payload: (r) => r.modelFollowGroup, touches: ['model'] });
  const publish = useApiMutation(ModelPublishDocument, { payload: (r) => r.modelPublish, touches: ['model'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const model = data.scoreModelInForce;
  const own = model.name.startsWith('unit');
  return (
    <Page title={t('model.many')} intro={t('model.inForce', { name: called(t, model.name) })} actions={own && can('suppliers.model.publish') && <Button onClick={() => setFollowing(true)}>{t('model.follow')}</Button>} width="reading">
      <ModelEditor key={model.name} model={model} canPublish={can('suppliers.model.publish')} publish={(input: ModelInput) => publish.mutateAsync({ input: { ...input, version: model.version } })} />
      <TierPolicy rule={model.tiers} />
      <ReasonDialog
        open={following}
        danger={false}
        title={t('model.follow')}
        submitLabel={t('model.follow')}
        send={(reason) => follow.mutateAsync({ input: { version: model.version, reason } })}
        onDone={() => setFollowing(false)}
        onClose={() => setFollowing(false)}
      />
    </Page>
  );
}

/** How tiers come about: published, the same for everybody. */
function TierPolicy({ rule }: { rule: TierRule }) {
  const { t } = useTranslation('suppliers');
  const band = Number(rule.hysteresis) === 0 ? 'noHysteresis' : 'hysteresis';
  return (
    <Section title={t('policy.title')}>
      <ul>
        {(['tiers', 'order', band, 'unrated'] as const).map((name) => (
          <li key={name}>{t(`policy.${name}`, { strategic: rule.strategic, preferred: rule.preferred, watch: rule.watch, hysteresis: rule.hysteresis })}</li>
        ))}
      </ul>
    </Section>
  );
}
