import { Button, Input, InputNumber } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowFindingsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useUnsavedGuard } from '@/shared/form/useUnsavedGuard';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { useDocumentType } from '../names';
import { usePlaces } from '../places';
import { Canvas } from './Canvas';
import { Findings } from './Findings';
import { FlowActions } from './FlowActions';
import type { Flow, Vocabulary } from './FlowPage';
import { FlowStatusTag } from './FlowStatusTag';
import { added, placed, replaced, without, type FlowGraph, type NodeKind } from './graph';
import { NodeEditor } from './NodeEditor';
import styles from './flows.module.css';

const KINDS: readonly NodeKind[] = ['step', 'branch', 'end'];
export const DRAG_TYPE = 'application/x-hanse-flow-node';

interface FlowDesignerProps {
  flow: Flow;
  vocabulary: Vocabulary;
  title: string;
}

/** Draws a flow: steps and conditions are dragged in and joined; what the checker finds is shown at once. */
export function FlowDesigner({ flow, vocabulary, title }: FlowDesignerProps) {
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  const documentType = useDocumentType();
  const editable = useCan()('approvals.flow.edit') && (flow.status === 'draft' || flow.status === 'checked');
  const [graph, setGraph] = useState<FlowGraph>(() => placed((flow.graph as FlowGraph | null)?.nodes ? (flow.graph as FlowGraph) : { nodes: [] }));
  const [name, setName] = useState(flow.name);
  const [selected, setSelected] = useState<string | null>(null);
  const [changed, setChanged] = useState(false);
  const guard = useUnsavedGuard(changed);
  const looked = useDeferredValue(graph);
  const { data } = useApiQuery(FlowFindingsDocument, { documentType: flow.documentType, graph: looked }, { subject: 'flowFindings', keepPrevious: true });
  const findings = data?.flowFindings ?? [];
  const facts = vocabulary.documentTypes.find((each) => each.code === flow.documentType)?.facts ?? [];
  const node = graph.nodes.find((each) => each.id === selected);

  function change(next: FlowGraph) {
    setGraph(next);
    setChanged(true);
  }

  function add(kind: NodeKind, position: { x: number; y: number }) {
    const { graph: next, id } = added(graph, kind, position);
    change(next);
    setSelected(id);
  }

  const below = () => ({ x: 0, y: Math.max(0, ...graph.nodes.map((each) => (each.position?.y ?? 0) + 150)) });

  return (
    <Page
      title={name || title}
      aside={<FlowStatusTag status={flow.status} />}
      intro={`${documentType(flow.documentType)} · ${t('flow.version', { number: flow.number })}`}
      crumbs={[{ title: t('flow.many'), to: places.flows }]}
      actions={<FlowActions flow={flow} name={name} graph={graph} changed={changed} onSaved={() => setChanged(false)} />}
    >
      {editable && (
        <div className={styles.palette}>
          <Input
            className={styles.name}
            aria-label={t('field.name')}
            value={name}
            maxLength={120}
            onChange={(event) => {
              setName(event.target.value);
              setChanged(true);
            }}
          />
          {KINDS.map((kind) => (
            <Button key={kind} draggable onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, kind)} onClick={() => add(kind, below())}>
              {t(`node.add.${kind}`)}
            </Button>
          ))}
          <span className="soft">{t('flow.dragHint')}</span>
        </div>
      )}
      <div className={styles.desk}>
        <Canvas graph={graph} findings={findings} selected={selected} editable={editable} onSelect={setSelected} onChange={change} onDropKind={add} />
        <div className={styles.side}>
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
          {!node && (
            <Section title={t('flow.whole')}>
              <InputNumber
                aria-label={t('flow.expireAfter')}
                prefix={t('flow.expireAfter')}
                suffix={t('figures.days')}
                min={1}
                max={365}
                precision={0}
                disabled={!editable}
                value={graph.expire_after_days}
                style={{ width: '100%' }}
                onChange={(days) => change({ ...graph, expire_after_days: days ?? undefined })}
              />
            </Section>
          )}
          <Section title={t('flow.findings')}>
            <Findings findings={findings} maxHumanSteps={vocabulary.maxHumanSteps} onSelect={setSelected} />
          </Section>
        </div>
      </div>
      {guard}
    </Page>
  );
}
