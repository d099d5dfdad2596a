import '@xyflow/react/dist/base.css';
import { Background, Controls, ReactFlow, ReactFlowProvider, useNodesInitialized, useReactFlow, useStoreApi, type Connection, type Edge, type Node, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from './Findings';
import { DRAG_TYPE, led, replaced, waysOut, type FlowGraph, type FlowNode, type NodeKind } from './graph';
import { NODE_TYPES, type DrawnNode } from './nodes';
import styles from './flows.module.css';

interface CanvasProps {
  graph: FlowGraph;
  findings: readonly Finding[];
  /** The nodes a document that is tried out meets, in their order. */
  tried: readonly string[];
  selected: string | null;
  editable: boolean;
  onSelect: (id: string | null) => void;
  onChange: (graph: FlowGraph) => void;
  onMove: (graph: FlowGraph) => void;
  /** Before a node is moved by pointer: the moves until it is let go are one change. */
  onMoveStart: () => void;
  onDropKind: (kind: NodeKind, position: { x: number; y: number }) => void;
}

/** Whether a tried document goes from one node straight to another. */
const follows = (tried: readonly string[], from: string, to: string): boolean => tried.some((id, index) => id === from && tried[index + 1] === to);

type Sizes = Readonly<Record<string, { width: number; height: number }>>;

const WHOLE = { maxZoom: 1, padding: 0.05 };
/** Smaller than this, words are hard to read: a drawing that is too wide begins at its start instead. */
const READABLE = 0.7;
const MARGIN = 24; // pixels

/** The drawing itself: nodes to move and join, each marked with what the checker found at it. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

/**
 * Shows the whole drawing when a node that is not in view is added or chosen elsewhere. What is chosen in the drawing
 * itself, told by the function given back, is in view and stays where it is.
 */
function useRevealed(selected: string | null): (id: string | null) => void {
  const store = useStoreApi();
  const { fitView, getInternalNode } = useReactFlow();
  const measured = useNodesInitialized();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!measured || selected === seen.current) return;
    seen.current = selected;
    const node = selected ? getInternalNode(selected) : undefined;
    if (!node) return;
    const { width, height, transform } = store.getState();
    const [left, top, zoom] = transform;
    const x = node.internals.positionAbsolute.x * zoom + left;
    const y = node.internals.positionAbsolute.y * zoom + top;
    const inView = x >= 0 && y >= 0 && x + (node.measured.width ?? 0) * zoom <= width && y + (node.measured.height ?? 0) * zoom <= height;
    if (!inView) void fitView(WHOLE);
  }, [selected, measured, store, fitView, getInternalNode]);
  return useCallback((id) => {
    seen.current = id;
  }, []);
}

/** Shows a drawing that was there before as a whole, or its beginning when the whole would be too small to read. */
function useFirstView(drawn: boolean, start: string | null | undefined): void {
  const store = useStoreApi();
  const { fitView, getInternalNode, getViewport, setViewport } = useReactFlow();
  const measured = useNodesInitialized();
  const done = useRef(!drawn);
  useEffect(() => {
    if (!measured || done.current) return;
    done.current = true;
    void fitView(WHOLE).then(() => {
      const first = start ? getInternalNode(start) : undefined;
      if (!first || getViewport().zoom >= READABLE) return;
      const { x, y } = first.internals.positionAbsolute;
      const middle = y + (first.measured.height ?? 0) / 2;
      void setViewport({ x: MARGIN - x * READABLE, y: store.getState().height / 2 - middle * READABLE, zoom: READABLE });
    });
  }, [measured, start, store, fitView, getInternalNode, getViewport, setViewport]);
}

function Drawing({ graph, findings, tried, selected, editable, onSelect, onChange, onMove, onMoveStart, onDropKind }: CanvasProps) {
  const { t } = useTranslation('approvals');
  const { screenToFlowPosition } = useReactFlow();
  const [drawnBefore] = useState(graph.nodes.length > 0);
  useFirstView(drawnBefore, graph.start);
  const note = useRevealed(selected);
  // Sizes are given back with the nodes: without them each change would hide all nodes until they are measured anew.
  const [sizes, setSizes] = useState<Sizes>({});
  const nodes = useMemo<Node<DrawnNode>[]>(
    () =>
      graph.nodes.map((node) => ({
        id: node.id,
        type: node.type,
        position: node.position ?? { x: 0, y: 0 },
        measured: sizes[node.id],
        selected: node.id === selected,
        data: {
          node,
          isStart: graph.start === node.id,
          tried: tried.includes(node.id),
          severity: findings.filter((finding) => finding.nodeIds.includes(node.id)).reduce<string | null>((worst, finding) => (worst === 'error' ? worst : finding.severity), null),
        },
      })),
    [graph, findings, selected, sizes, tried],
  );
  const edges = useMemo<Edge[]>(
    () =>
      graph.nodes.flatMap((node) =>
        waysOut(node).flatMap(({ slot, to }) => (to ? [{ id: `${node.id}:${slot}`, source: node.id, sourceHandle: slot, target: to, label: slot === 'else' ? t('node.else') : undefined, className: follows(tried, node.id, to) ? styles.triedEdge : undefined }] : [])),
      ),
    [graph, t, tried],
  );
  const find = (id: string): FlowNode | undefined => graph.nodes.find((node) => node.id === id);

  function choose(id: string | null) {
    note(id);
    onSelect(id);
  }

  function onNodesChange(changes: NodeChange[]) {
    // A node is chosen by key as well: Tab leads to it, Enter chooses it.
    const chosen = changes.find((change) => change.type === 'select' && change.selected);
    if (chosen?.type === 'select' && chosen.id !== selected) choose(chosen.id);
    const sized = changes.flatMap((change) => (change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : []));
    if (sized.length > 0) setSizes((before) => ({ ...before, ...Object.fromEntries(sized) }));
    const moved = changes.flatMap((change) => (change.type === 'position' && change.position ? [{ id: change.id, ...change.position }] : []));
    if (moved.length === 0 || !editable) return;
    onMove(
      moved.reduce((next, { id, x, y }) => {
        const node = next.nodes.find((each) => each.id === id);
        return node ? replaced(next, { ...node, position: { x: Math.round(x), y: Math.round(y) } }) : next;
      }, graph),
    );
  }

  function lead(source: string, slot: string | null | undefined, to: string | null) {
    const node = find(source);
    if (node && slot) onChange(replaced(graph, led(node, slot, to)));
  }

  return (
    <div
      className={styles.canvas}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const kind = event.dataTransfer.getData(DRAG_TYPE) as NodeKind | '';
        if (!kind || !editable) return;
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        onDropKind(kind, { x: Math.round(x), y: Math.round(y) });
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitViewOptions={WHOLE}
        minZoom={0.2}
        nodesDraggable={editable}
        nodesConnectable={editable}
        deleteKeyCode={null}
        onNodesChange={onNodesChange}
        onNodeClick={(_, node) => choose(node.id)}
        onPaneClick={() => choose(null)}
        onConnect={({ source, sourceHandle, target }: Connection) => lead(source, sourceHandle, target)}
        onNodeDragStart={onMoveStart}
        onEdgeDoubleClick={(_, edge) => editable && lead(edge.source, edge.sourceHandle, null)}
        aria-label={t('flow.drawing')}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}
