/** The graph of a flow as the server keeps it; the designer adds only positions. */
export interface Condition {
  fact: string;
  op: string;
  value?: string;
  values?: string[];
  from?: string;
  to?: string;
  from_included?: boolean;
  to_included?: boolean;
}

export interface Assignee {
  kind: 'role' | 'person' | 'cost_centre_owner';
  role?: string;
  person_id?: string;
}

interface Place {
  position?: { x: number; y: number };
}

export interface StepNode extends Place {
  id: string;
  type: 'step';
  name_en: string;
  name_zh: string;
  mode: 'any_of' | 'all_of' | 'quorum';
  quorum?: number;
  assignees: Assignee[];
  fallback?: Assignee[];
  when?: Condition[];
  next?: string | null;
  remind_after_hours?: number;
  escalate_to?: Assignee[];
  escalate_after_hours?: number | null;
}

export interface BranchRow {
  when: Condition[];
  to?: string | null;
}

export interface BranchNode extends Place {
  id: string;
  type: 'branch';
  hit: 'first' | 'unique';
  rows: BranchRow[];
  else?: string | null;
}

export interface EndNode extends Place {
  id: string;
  type: 'end';
  automatic: boolean;
}

export type FlowNode = StepNode | BranchNode | EndNode;

export interface FlowGraph {
  start?: string | null;
  expire_after_days?: number | null;
  nodes: FlowNode[];
}

/** One way out of a node: `slot` says which of its outlets it leaves by. */
export interface Way {
  slot: string;
  to: string | null | undefined;
}

export function waysOut(node: FlowNode): readonly Way[] {
  if (node.type === 'step') return [{ slot: 'next', to: node.next }];
  if (node.type === 'branch') return [...node.rows.map((row, index) => ({ slot: `row-${index}`, to: row.to })), { slot: 'else', to: node.else }];
  return [];
}

/** This will lead one outlet of a node to another node, or to nowhere. */
export function led(node: FlowNode, slot: string, to: string | null): FlowNode {
  if (node.type === 'step') return { ...node, next: to };
  if (node.type === 'branch' && slot === 'else') return { ...node, else: to };
  if (node.type === 'branch') return { ...node, rows: node.rows.map((row, index) => (slot === `row-${index}` ? { ...row, to } : row)) };
  return node;
}

export const replaced = (graph: FlowGraph, node: FlowNode): FlowGraph => ({ ...graph, nodes: graph.nodes.map((each) => (each.id === node.id ? node : each)) });

/** This will take a node out. Ways that led to a step go on to where it led; those to other nodes end. */
export function without(graph: FlowGraph, id: string): FlowGraph {
  const gone = graph.nodes.find((node) => node.id === id);
  const onward = gone?.type === 'step' && gone.next !== id ? (gone.next ?? null) : null;
  const nodes = graph.nodes
    .filter((node) => node.id !== id)
    .map((node) => waysOut(node).reduce((kept, way) => (way.to === id ? led(kept, way.slot, onward) : kept), node));
  return { ...graph, start: graph.start === id ? (onward ?? nodes[0]?.id ?? null) : graph.start, nodes };
}

function freshId(graph: FlowGraph, letter: string): string {
  let number = 1;
  while (graph.nodes.some((node) => node.id === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

export type NodeKind = FlowNode['type'];

/** This will add an empty node of a kind; the first of a graph becomes its start. */
export function added(graph: FlowGraph, kind: NodeKind, position: { x: number; y: number }): { graph: FlowGraph; id: string } {
  const id = freshId(graph, kind === 'step' ? 's' : kind === 'branch' ? 'b' : 'e');
  const node: FlowNode =
    kind === 'step'
      ? { id, type: 'step', name_en: 'Approval', name_zh: '审批', mode: 'any_of', assignees: [{ kind: 'role', role: 'approver' }], when: [], next: null, position }
      : kind === 'branch'
        ? { id, type: 'branch', hit: 'first', rows: [{ when: [], to: null }], else: null, position }
        : { id, type: 'end', automatic: false, position };
  return { graph: { ...graph, start: graph.start ?? id, nodes: [...graph.nodes, node] }, id };
}

/**
 * This will add a node of a kind behind another, to its right, and join the two when that one has an outlet that
 * leads nowhere yet; without another node it stands right of all that is there.
 */
export function addedAfter(graph: FlowGraph, kind: NodeKind, before: FlowNode | undefined): { graph: FlowGraph; id: string } {
  const from = before?.position ?? graph.nodes.reduce<{ x: number; y: number } | undefined>((far, { position }) => (position && (!far || position.x > far.x) ? position : far), undefined);
  const free = before && waysOut(before).find(({ to }) => !to);
  const made = added(graph, kind, from ? clear(graph, { x: from.x + COLUMN, y: from.y }) : { x: 0, y: 0 });
  return before && free ? { ...made, graph: replaced(made.graph, led(before, free.slot, made.id)) } : made;
}

/** The next place downwards where no node stands. */
function clear(graph: FlowGraph, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const taken = graph.nodes.some(({ position }) => position && Math.abs(position.x - x) < COLUMN / 2 && Math.abs(position.y - y) < ROW / 2);
  return taken ? clear(graph, { x, y: y + ROW }) : { x, y };
}

/** What a node is called in lists: a step by its name, other nodes by their kind, each with its id. */
export const nodeLabel = (node: FlowNode, chinese: boolean, kindName: string): string => `${node.type === 'step' ? (chinese ? node.name_zh : node.name_en) : kindName} · ${node.id}`;

const COLUMN = 280;
const ROW = 150;

/** What is dragged from the palette onto the drawing. */
export const DRAG_TYPE = 'application/x-hanse-flow-node';

/** This will forget where nodes stand, so that they are placed anew. */
export const unplaced = (graph: FlowGraph): FlowGraph => ({ ...graph, nodes: graph.nodes.map((node) => ({ ...node, position: undefined })) });

/** This will place nodes that have no position yet: by their distance from the start, side by side. */
export function placed(graph: FlowGraph): FlowGraph {
  if (graph.nodes.every((node) => node.position)) return graph;
  const depth = new Map<string, number>();
  const queue = graph.start ? [graph.start] : [];
  if (graph.start) depth.set(graph.start, 0);
  for (const id of queue) {
    const node = graph.nodes.find((each) => each.id === id);
    for (const { to } of node ? waysOut(node) : []) {
      if (!to || depth.has(to)) continue;
      depth.set(to, (depth.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
  const used = new Map<number, number>();
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const level = depth.get(node.id) ?? 0;
      const column = used.get(level) ?? 0;
      used.set(level, column + 1);
      return { ...node, position: node.position ?? { x: level * COLUMN, y: column * ROW } };
    }),
  };
}
