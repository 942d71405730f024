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

/** What is to be said of the circles in a graph: each by its path. */
function complaints(graph: ImportGraph): string[] {
  return circlesOf(graph).map((circle) => `imported in a circle: ${pathOf(circle, graph)}`);
}

for (const workspace of ['feed', 'server', 'widget']) {
  describe(`imports in ${workspace}/`, () => {
    const folder = fileURLToPath(new URL(`../../${workspace}/src/`, import.meta.url));
    const files = importsOfFiles(folder);

    it('lead round no circle of rooms', () => {
      assert.deepEqual(complaints(importsOfRooms(files)), []);
    });

    it('lead round no circle of files', () => {
      assert.deepEqual(complaints(files), []);
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
    assert.deepEqual(complaints(graph), [
      'imported in a circle: http/memory.ts → pages/page.ts → http/reply.ts → http/memory.ts',
    ]);
    assert.deepEqual(complaints(importsOfRooms(graph)), [
      'imported in a circle: http → pages → http',
    ]);
  });
});
