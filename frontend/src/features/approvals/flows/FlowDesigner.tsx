import { Button } from 'antd';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowFindingsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useUnsavedGuard } from '@/shared/form/useUnsavedGuard';
import { useHotkeys } from '@/shared/keyboard/HotkeyContext';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { useDocumentType } from '../names';
import { usePlaces } from '../places';
import { Canvas } from './Canvas';
import { Findings } from './Findings';
import { FlowActions } from './FlowActions';
import type { Flow, Vocabulary } from './FlowPage';
import { FlowStatusTag } from './FlowStatusTag';
import { added, addedAfter, replaced, without, type FlowGraph } from './graph';
import { NodeEditor } from './NodeEditor';
import { Palette } from './Palette';
import { useDraft } from './useDraft';
import { Whole } from './Whole';
import styles from './flows.module.css';

const Replay = lazy(() => import('./Replay').then((file) => ({ default: file.Replay })));
const TryOut = lazy(() => import('./TryOut').then((file) => ({ default: file.TryOut })));

interface FlowDesignerProps {
  flow: Flow;
  vocabulary: Vocabulary;
  title: string;
  onDirty: (dirty: boolean) => void;
}

const NO_WAY: readonly string[] = [];

/** Draws a flow: steps and conditions are dragged in and joined; what the checker finds is shown at once. */
export function FlowDesigner({ flow, vocabulary, title, onDirty }: FlowDesignerProps) {
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  const documentType = useDocumentType();
  const editable = useCan()('approvals.flow.edit') && (flow.status === 'draft' || flow.status === 'checked');
  const stored = flow.graph as FlowGraph | null;
  const draft = useDraft(stored?.nodes ? stored : { nodes: [] }, flow.name, onDirty);
  const { graph, change } = draft;
  const [selected, setSelected] = useState<string | null>(null);
  const [trying, setTrying] = useState(false);
  const [replaying, setReplaying] = useState(false);
  const [way, setWay] = useState(NO_WAY);
  const guard = useUnsavedGuard(draft.changed);
  const { data } = useApiQuery(FlowFindingsDocument, { documentType: flow.documentType, graph: useDeferredValue(graph) }, { subject: 'flowFindings', keepPrevious: true });
  const findings = data?.flowFindings ?? [];
  const facts = vocabulary.documentTypes.find((each) => each.code === flow.documentType)?.facts ?? [];
  const node = graph.nodes.find((each) => each.id === selected);
  useHotkeys([
    { keys: 'mod+z', label: t('flow.undo'), run: draft.undo },
    { keys: 'Escape', label: t('flow.whole'), run: () => setSelected(null) },
  ]);

  function took({ graph: next, id }: { graph: FlowGraph; id: string }) {
    change(next);
    setSelected(id);
  }

  const actions = (
    <>
      <Button disabled={draft.changed} title={draft.changed ? t('tryOut.saveFirst') : undefined} onClick={() => setTrying(true)}>
        {t('tryOut.open')}
      </Button>
      <Button disabled={draft.changed} title={draft.changed ? t('tryOut.saveFirst') : undefined} onClick={() => setReplaying(true)}>
        {t('replay.open')}
      </Button>
      <FlowActions flow={flow} name={draft.name} graph={graph} changed={draft.changed} onSaved={draft.saved} />
    </>
  );
  return (
    <Page
      title={draft.name || title}
      aside={<FlowStatusTag status={flow.status} />}
      intro={`${documentType(flow.documentType)} · ${t('flow.version', { number: flow.number })}`}
      crumbs={[{ title: t('flow.many'), to: places.flows }]}
      actions={actions}
    >
      {editable && <Palette draft={draft} onAdd={(kind) => took(addedAfter(graph, kind, node))} />}
      <div className={styles.desk}>
        <Canvas
          graph={graph}
          findings={findings}
          tried={trying ? way : NO_WAY}
          selected={selected}
          editable={editable}
          onSelect={setSelected}
          onChange={change}
          onMove={(next) => change(next, true)}
          onMoveStart={draft.begin}
          onDropKind={(kind, position) => took(added(graph, kind, position))}
        />
        <div className={styles.side}>
          {!node && <Whole graph={graph} editable={editable} onChange={change} onSelect={setSelected} />}
          {node && (
            <NodeEditor
              key={node.id}
              node={node}
              graph={graph}
              facts={facts}
              vocabulary={vocabulary}
              editable={editable}
              onChange={(next) => change(replaced(graph, next))}
              onStart={() => change({ ...graph, start: node.id })}
              onRemove={() => {
                change(without(graph, node.id));
                setSelected(null);
              }}
            />
          )}
          <Section title={t('flow.findings')}>
            <Findings findings={findings} maxHumanSteps={vocabulary.maxHumanSteps} onSelect={setSelected} />
          </Section>
        </div>
      </div>
      <Suspense>{trying && <TryOut open flow={flow} facts={facts} onWay={setWay} onClose={() => setTrying(false)} />}</Suspense>
      <Suspense>{replaying && <Replay flow={flow} onClose={() => setReplaying(false)} />}</Suspense>
      {guard}
    </Page>
  );
}
