import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  circlesOf,
  importsOfFiles,
  importsOfRooms,
  pathOf,
  type ImportGraph,
} from './import-graph.js';

/**
 * Circles that are known, each with all its members: to be taken apart, never to be added to. A list
 * that names more than there is fails too, so that it only shrinks.
 */
const KNOWN: Record<string, { rooms: string[][]; files: string[][] }> = {
  feed: { rooms: [], files: [] },
  server: {
    rooms: [],
    files: [],
  },
  widget: {
    rooms: [
      [
        ...['choices', 'controllers', 'element.ts', 'events', 'later.ts', 'offer-card'],
        ...['offer-list', 'reached.ts', 'search-box', 'store', 'store-element.ts', 'templates'],
      ],
    ],
    files: [['filters/filter-panel.ts', 'filters/filters.ts']],
  },
};

/** What is to be said of circles: those that nobody knows by their path, and those that are gone. */
function differences(graph: ImportGraph, known: readonly string[][]): string[] {
  const found = circlesOf(graph);
  const isKnown = (circle: string[]) =>
    known.some((each) => circle.every((name) => each.includes(name)));
  const news = found.filter((circle) => !isKnown(circle));
  const gone = known.filter(
    (each) => !found.some((circle) => [...circle].join() === [...each].sort().join()),
  );
  return [
    ...news.map((circle) => `imported in a circle: ${pathOf(circle, graph)}`),
    ...gone.map(
      (each) => `smaller or no longer a circle, take it off the list: ${each.join(', ')}`,
    ),
  ];
}

for (const [workspace, known] of Object.entries(KNOWN)) {
  describe(`imports in ${workspace}/`, () => {
    const folder = fileURLToPath(new URL(`../../${workspace}/src/`, import.meta.url));
    const files = importsOfFiles(folder);

    it('lead round no circle of rooms', () => {
      assert.deepEqual(differences(importsOfRooms(files), known.rooms), []);
    });

    it('lead round no circle of files', () => {
      assert.deepEqual(differences(files, known.files), []);
    });
  });
}

describe('a circle of imports', () => {
  const graph = new Map([
    ['http/reply.ts', new Set(['http/memory.ts'])],
    ['http/memory.ts', new Set(['pages/page.ts'])],
    ['pages/page.ts', new Set(['pages/html.ts', 'http/reply.ts'])],
    ['pages/html.ts', new Set<string>()],
  ]);

  it('is told by its path', () => {
    assert.deepEqual(differences(graph, []), [
      'imported in a circle: http/memory.ts → pages/page.ts → http/reply.ts → http/memory.ts',
    ]);
    assert.deepEqual(differences(importsOfRooms(graph), []), [
      'imported in a circle: http → pages → http',
    ]);
  });

  it('that is known is let be until it is smaller', () => {
    const known = ['http/memory.ts', 'http/reply.ts', 'pages/page.ts'];
    assert.deepEqual(differences(graph, [known]), []);
    assert.match(
      differences(graph, [[...known, 'pages/html.ts']])[0] ?? '',
      /take it off the list/,
    );
  });
});
