// The package is a script that leaves its one name in the page.
import 'axe-core';
import type Axe from 'axe-core';
import { equal } from './assert.js';
import { all, reach } from './harness.js';

/** Fails on whatever axe finds against WCAG 2.2 at levels A and AA, and its best practices. */
export async function accessible(element: Element): Promise<void> {
  if (element.shadowRoot) all(element.shadowRoot, 'vielfalt-offer-card').forEach(reach);
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A page's landmarks and headings are the host's affair; a test page has none.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  equal(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  );
}
