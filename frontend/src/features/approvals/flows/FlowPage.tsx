import { useCallback, useState } from 'react';
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
  const latest = flow.data?.approvalFlow;
  // What somebody is drawing stays on the screen when the flow changes elsewhere; saving it then tells of the conflict.
  const [held, setHeld] = useState<Flow | null>(null);
  const onDirty = useCallback((dirty: boolean) => setHeld((before) => (dirty ? (before ?? latest ?? null) : null)), [latest]);
  if (flow.isPending || words.isPending) return <Loading />;
  const error = flow.error ?? words.error;
  if (error) return <Failure error={error} onRetry={() => void flow.refetch()} />;
  const shown = held?.id === latest?.id ? (held ?? latest) : latest;
  if (!shown || !words.data) return <NotFound />;
  return <FlowDesigner key={`${shown.id}:${shown.version}`} flow={shown} vocabulary={words.data.flowVocabulary} title={t('flow.one')} onDirty={onDirty} />;
}
