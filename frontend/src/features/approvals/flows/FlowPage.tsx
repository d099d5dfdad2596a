import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApprovalFlowDetailDocument, FlowVocabularyWordsDocument, type ApprovalFlowDetailQuery, type FlowVocabularyWordsQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { FlowDesigner } from './FlowDesigner';

export type Flow = NonNullable<ApprovalFlowDetailQuery['approvalFlow']>;
export type Vocabulary = FlowVocabularyWordsQuery['flowVocabulary'];

/** One version of a flow, drawn; a draft can be changed. */
export function FlowPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('approvals');
  const flow = useApiQuery(ApprovalFlowDetailDocument, { id }, { subject: 'flow' });
  const words = useApiQuery(FlowVocabularyWordsDocument, {}, { subject: 'flowVocabulary' });
  if (flow.isPending || words.isPending) return <Loading />;
  const error = flow.error ?? words.error;
  if (error) return <Failure error={error} onRetry={() => void flow.refetch()} />;
  if (!flow.data?.approvalFlow || !words.data) return <NotFound />;
  return <FlowDesigner key={`${flow.data.approvalFlow.id}:${flow.data.approvalFlow.version}`} flow={flow.data.approvalFlow} vocabulary={words.data.flowVocabulary} title={t('flow.one')} />;
}
