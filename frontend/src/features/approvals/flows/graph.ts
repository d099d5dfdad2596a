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

/** This will take a node out, with every way that led to it. */
export function without(graph: FlowGraph, id: string): FlowGraph {
  const nodes = graph.nodes
    .filter((node) => node.id !== id)
    .map((node) => waysOut(node).reduce((kept, way) => (way.to === id ? led(kept, way.slot, null) : kept), node));
  return { start: graph.start === id ? (nodes[0]?.id ?? null) : graph.start, nodes };
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
  return { graph: { start: graph.start ?? id, nodes: [...graph.nodes, node] }, id };
}

const COLUMN = 280;
const ROW = 150;

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
