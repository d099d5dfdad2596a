import { useCallback, useRef, useState } from 'react';
import { placed, unplaced, type FlowGraph } from './graph';

/** Changes closer together than this, in milliseconds, are undone together: the letters of one word, not two steps. */
const ONE_CHANGE = 700;
const KEPT = 100;

export interface Draft {
  name: string;
  rename: (name: string) => void;
  graph: FlowGraph;
  /** `part`: of a change whose beginning is marked already, such as a node on its way. */
  change: (graph: FlowGraph, part?: boolean) => void;
  /** Marks where a change begins that comes in many parts. */
  begin: () => void;
  arrange: () => void;
  undo: () => void;
  canUndo: boolean;
  changed: boolean;
  saved: () => void;
}

/** A flow while it is drawn: its graph, its name, and the way back. */
export function useDraft(initial: FlowGraph, initialName: string, onDirty: (dirty: boolean) => void): Draft {
  const [graph, setGraph] = useState(() => placed(initial));
  const [name, setName] = useState(initialName);
  const [changed, setChanged] = useState(false);
  const [past, setPast] = useState<readonly FlowGraph[]>([]);
  const last = useRef(0);

  const dirty = useCallback(() => {
    setChanged(true);
    onDirty(true);
  }, [onDirty]);

  function remember() {
    const now = Date.now();
    if (now - last.current > ONE_CHANGE) setPast((before) => [...before.slice(-KEPT), graph]);
    last.current = now;
  }

  function change(next: FlowGraph, part = false) {
    if (!part) remember();
    setGraph(next);
    dirty();
  }

  return {
    name,
    rename: (next) => {
      setName(next);
      dirty();
    },
    graph,
    change,
    begin: () => setPast((before) => [...before.slice(-KEPT), graph]),
    arrange: () => change(placed(unplaced(graph))),
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      setGraph(before);
      last.current = 0;
      dirty();
    },
    canUndo: past.length > 0,
    changed,
    saved: () => {
      setChanged(false);
      onDirty(false);
    },
  };
}
