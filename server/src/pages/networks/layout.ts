/** A network or a member to be drawn. */
export interface DrawnNode {
  label: string;
  /** The indices of those in the other column that it is connected with. */
  others: readonly number[];
}

/** A node in its column. */
export interface PlacedNode {
  /** Its index among those given. */
  index: number;
  /** The middle of its label. */
  y: number;
  /** The label, a line each. */
  lines: string[];
}

/** Two columns from top to bottom, of the same height. */
export interface NetworkLayout {
  networks: PlacedNode[];
  members: PlacedNode[];
  height: number;
}

/** The height of a line, and the least distance between labels. */
export const LINE = 19;
const GAP = 13;
/** The longest line of a label, in characters: what fits beside the lines at most letters' width. */
const LONGEST = 36;
const MOST_LINES = 2;
/** How often each column is put into the order of the other. */
const ROUNDS = 4;

/**
 * Places networks in one column and members in the other, each near those it is connected with, so
 * that few lines cross. The same nodes always come to stand in the same places.
 */
export function layOut(
  networks: readonly DrawnNode[],
  members: readonly DrawnNode[],
): NetworkLayout {
  let left = networks.map((_, index) => index);
  let right = members.map((_, index) => index);
  for (let round = 0; round < ROUNDS; round++) {
    right = ordered(right, members, left);
    left = ordered(left, networks, right);
  }
  right = ordered(right, members, left);
  const columns = [placed(left, networks), placed(right, members)] as const;
  const height = Math.max(...columns.map((column) => column.height));
  return {
    networks: spread(columns[0], height),
    members: spread(columns[1], height),
    height,
  };
}

/** By the mean place of those that a node is connected with; else as before. */
function ordered(
  column: readonly number[],
  nodes: readonly DrawnNode[],
  opposite: readonly number[],
): number[] {
  const places = new Map(opposite.map((index, place) => [index, place]));
  const mean = (index: number) => {
    const others = nodes[index]?.others ?? [];
    const sum = others.reduce((total, other) => total + (places.get(other) ?? 0), 0);
    return sum / Math.max(1, others.length);
  };
  return [...column].sort((a, b) => mean(a) - mean(b));
}

interface Column {
  nodes: PlacedNode[];
  height: number;
}

function placed(column: readonly number[], nodes: readonly DrawnNode[]): Column {
  let height = 0;
  const all = column.map((index) => {
    const lines = wrapped(nodes[index]?.label ?? '');
    const own = lines.length * LINE + GAP;
    const y = height + own / 2;
    height += own;
    return { index, y, lines };
  });
  return { nodes: all, height };
}

/** The shorter column's free space, evenly between its nodes. */
function spread({ nodes, height }: Column, whole: number): PlacedNode[] {
  const free = (whole - height) / Math.max(1, nodes.length);
  return nodes.map((node, place) => ({ ...node, y: Math.round(node.y + free * (place + 0.5)) }));
}

/** A label in at most two lines, cut where it does not fit. */
export function wrapped(label: string): string[] {
  const lines: string[] = [];
  // The form of an association stands by itself nowhere.
  const joined = label.replace(/ e\. ?V\./, '\u00a0e.\u00a0V.');
  for (const word of joined.split(/[^\S\u00a0]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < LONGEST) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  const kept = lines.slice(0, MOST_LINES).map(shortened);
  const end = kept.at(-1);
  if (lines.length > MOST_LINES && end !== undefined && !end.endsWith('…')) {
    kept[kept.length - 1] = `${end} …`;
  }
  return kept;
}

function shortened(line: string): string {
  const characters = [...line];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}
