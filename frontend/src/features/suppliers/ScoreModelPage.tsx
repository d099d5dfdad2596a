import { useTranslation } from 'react-i18next';
import { GroupScoreModelDocument, ScoreModelPublishDocument } from '@/gql/group/graphql';
import { ModelPublishDocument, UnitScoreModelDocument } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { ModelEditor, type ModelInput } from './ModelEditor';

/** How suppliers are scored: head office sets it for the group, a unit for itself. */
export function ScoreModelPage() {
  return useDoor().kind === 'group' ? <GroupModel /> : <UnitModel />;
}

function GroupModel() {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const { data, error, isPending, refetch } = useApiQuery(GroupScoreModelDocument, {}, { subject: 'scoreModel' });
  const publish = useApiMutation(ScoreModelPublishDocument, { payload: (r) => r.scoreModelPublish, touches: ['scoreModel'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('model.many')} intro={t('model.inForce', { name: data.groupScoreModel.name })} width="reading">
      <ModelEditor model={data.groupScoreModel} canPublish={can('masterdata.score_model.publish')} publish={(input: ModelInput) => publish.mutateAsync({ input })} />
    </Page>
  );
}

function UnitModel() {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const { data, error, isPending, refetch } = useApiQuery(UnitScoreModelDocument, {}, { subject: 'model' });
  const publish = useApiMutation(ModelPublishDocument, { payload: (r) => r.modelPublish, touches: ['model'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const model = data.scoreModelInForce;
  return (
    <Page title={t('model.many')} intro={t('model.inForce', { name: model.name })} width="reading">
      <ModelEditor model={model} canPublish={can('suppliers.model.publish')} publish={(input: ModelInput) => publish.mutateAsync({ input: { ...input, version: model.version } })} />
    </Page>
  );
}
