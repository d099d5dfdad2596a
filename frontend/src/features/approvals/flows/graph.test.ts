import { describe, expect, it } from 'vitest';
import { added, addedAfter, led, placed, replaced, waysOut, without, type FlowGraph } from './graph';

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

  it('closes the gap a step leaves', () => {
    expect(without(graph, 's1').nodes.flatMap(waysOut)).toEqual([
      { slot: 'row-0', to: 'e1' },
      { slot: 'else', to: 'e1' },
    ]);
  });

  it('adds a node under an unused id and makes the first one the start', () => {
    expect(added(graph, 'step', { x: 0, y: 0 }).id).toBe('s2');
    expect(added({ nodes: [] }, 'end', { x: 0, y: 0 }).graph.start).toBe('e1');
  });

  it('keeps what belongs to the whole flow when nodes come and go', () => {
    const limited = { ...graph, expire_after_days: 5 };
    expect(without(limited, 'e1').expire_after_days).toBe(5);
    expect(added(limited, 'end', { x: 0, y: 0 }).graph.expire_after_days).toBe(5);
  });

  it('adds a node behind another and joins them where an outlet is free', () => {
    const open = replaced(graph, { id: 's1', type: 'step', name_en: 'A', name_zh: '甲', mode: 'any_of', assignees: [], next: null, position: { x: 0, y: 0 } });
    const { graph: longer, id } = addedAfter(open, 'step', open.nodes[1]);
    expect(longer.nodes.flatMap(waysOut).filter((way) => way.to === id)).toEqual([{ slot: 'next', to: 's2' }]);
    expect(longer.nodes.at(-1)?.position).toEqual({ x: 280, y: 0 });
    expect(addedAfter(graph, 'end', graph.nodes[0]).graph.nodes[0]).toBe(graph.nodes[0]);
  });

  it('places what has no place by its distance from the start', () => {
    expect(placed(graph).nodes.map((node) => node.position?.x)).toEqual([0, 280, 280]);
  });
});
