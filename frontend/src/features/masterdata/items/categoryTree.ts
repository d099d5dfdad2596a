/** The fields a tree is built from. */
export interface Leaf {
  id: string;
  parentId?: string | null;
  code: string;
}

export interface Branch<Row extends Leaf> {
  row: Row;
  /** 1 at the top. */
  depth: number;
  below: readonly Branch<Row>[];
}

/** This will hang each category below its parent, in the order given; one whose parent is not there stands at the top. */
export function buildTree<Row extends Leaf>(rows: readonly Row[]): readonly Branch<Row>[] {
  const known = new Set(rows.map((row) => row.id));
  const byParent = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = row.parentId && known.has(row.parentId) ? row.parentId : '';
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  const branches = (parent: string, depth: number): readonly Branch<Row>[] =>
    (byParent.get(parent) ?? []).map((row) => ({ row, depth, below: branches(row.id, depth + 1) }));
  return branches('', 1);
}

/** This will keep the branches that match or lead to a match; below a match everything stays. */
export function pruneTree<Row extends Leaf>(branches: readonly Branch<Row>[], matches: (row: Row) => boolean): readonly Branch<Row>[] {
  return branches.flatMap((branch) => {
    if (matches(branch.row)) return [branch];
    const below = pruneTree(branch.below, matches);
    return below.length > 0 ? [{ ...branch, below }] : [];
  });
}

/** This will list a tree from the top down, each branch before those below it. */
export const flatten = <Row extends Leaf>(branches: readonly Branch<Row>[]): readonly Branch<Row>[] =>
  branches.flatMap((branch) => [branch, ...flatten(branch.below)]);
