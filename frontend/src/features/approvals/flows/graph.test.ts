import { describe, expect, it } from 'vitest';
import { added, led, placed, waysOut, without, type FlowGraph } from './graph';

const graph: FlowGraph = {
  start: 'b1',
  nodes: [
    { id: 'b1', type: 'branch', hit: 'first', rows: [{ when: [], to: 's1' }], else: 'e1' },
    { id: 's1', type: 'step', name_en: 'A', name_zh: '甲', mode: 'any_of', assignees: [], next: 'e1' },
    { id: 'e1', type: 'end', automatic: false },
  ],
};

describe('the graph of a flow', () => {
  it('knows the ways out of each node', () => {
    expect(graph.nodes.map((node) => waysOut(node).map((way) => `${way.slot}:${way.to}`))).toEqual([['row-0:s1', 'else:e1'], ['next:e1'], []]);
  });

  it('leads an outlet elsewhere', () => {
    const [branch] = graph.nodes;
    expect(branch && waysOut(led(branch, 'row-0', 'e1'))[0]).toEqual({ slot: 'row-0', to: 'e1' });
  });

  it('takes a node out with every way to it', () => {
    const rest = without(graph, 'e1');
    expect(rest.nodes.flatMap((node) => waysOut(node)).filter((way) => way.to === 'e1')).toEqual([]);
    expect(without(graph, 'b1').start).toBe('s1');
  });

  it('adds a node under an unused id and makes the first one the start', () => {
    expect(added(graph, 'step', { x: 0, y: 0 }).id).toBe('s2');
    expect(added({ nodes: [] }, 'end', { x: 0, y: 0 }).graph.start).toBe('e1');
  });

  it('places what has no place by its distance from the start', () => {
    expect(placed(graph).nodes.map((node) => node.position?.x)).toEqual([0, 280, 280]);
  });
});
