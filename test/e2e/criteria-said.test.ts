import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf } from './criteria.js';
import { Demo } from './demo.js';
import { ELEMENT_STATES } from './element-states.js';
import { serveHostPage } from './host-page.js';
import { KINDS } from './page-kinds.js';

const demo = Demo.forAll();

async function newPage(test: TestContext): Promise<Page> {
  const context = await demo.browser.newContext({
    ...{ baseURL: demo.feed.url, locale: 'de-DE', viewport: { width: 1280, height: 900 } },
  });
  test.after(() => context.close());
  return context.newPage();
}

async function openHost(test: TestContext, body: string, before?: (page: Page) => unknown) {
  const host = await serveHostPage(demo.feed.url, {
    body: `<h1>Angebote</h1><h2>In Witten</h2>${body}`,
  });
  test.after(() => host.close());
  const page = await newPage(test);
  await before?.(page);
  await page.goto(host.url);
  return page;
}

async function openPlain(test: TestContext, path: string): Promise<Page> {
  const page = await newPage(test);
  await page.route('**/widget/**', (route) => route.abort());
  await page.goto(path);
  return page;
}

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value: unknown } }[];
}

const LANDMARKS = /^(banner|contentinfo|main|navigation|region|search|form|complementary)$/;
const NAMED =
  /^(heading|list|group|button|searchbox|textbox|spinbutton|combobox|checkbox|table|status|alert|dialog)$/;
const STATES = ['level', 'expanded', 'pressed', 'checked', 'invalid', 'modal'];

/** What the browser hands to screen readers, as its accessibility tree has it. */
async function treeOf(page: Page): Promise<{ root: Node; nodes: Map<string, Node> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  return { root: nodes[0]!, nodes: new Map(nodes.map((node) => [node.nodeId, node])) };
}

/**
 * The outline of a page, one line for each landmark, heading, list, group and control: role, name,
 * states. Numbers are `#`, and what is in lists is left out, since they change from day to day.
 */
function outline({ root, nodes }: Awaited<ReturnType<typeof treeOf>>): string[] {
  const lines: string[] = [];
  const visit = (node: Node, depth: number) => {
    const role = node.role?.value ?? '';
    const isShown = !node.ignored && (LANDMARKS.test(role) || NAMED.test(role));
    if (isShown) {
      const name = (node.name?.value ?? '').replace(/\d+/g, '#');
      const states = (node.properties ?? [])
        .filter((each) => STATES.includes(each.name) && each.value.value !== 'false')
        .map((each) => `${each.name}=${String(each.value.value)}`);
      lines.push(
        `${'  '.repeat(depth)}${[role, name && `"${name}"`, ...states].filter(Boolean).join(' ')}`,
      );
    }
    if (!node.ignored && /^(listitem|row)$/.test(role)) return;
    for (const id of node.childIds ?? []) {
      const child = nodes.get(id);
      if (child) visit(child, depth + (isShown ? 1 : 0));
    }
  };
  visit(root, 0);
  return lines;
}

/** What is wrong with the tree of any page. */
function treeFaults({ root, nodes }: Awaited<ReturnType<typeof treeOf>>): string[] {
  const faults: string[] = [];
  const inOrder = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) =>
      inOrder(nodes.get(id) ?? { nodeId: id, ignored: true }),
    ),
  ];
  const shown = inOrder(root).filter(({ ignored }) => !ignored);
  const roleOf = (node: Node | undefined) => node?.role?.value ?? '';
  let before = 0;
  for (const node of shown) {
    const role = roleOf(node);
    const name = node.name?.value ?? '';
    if (
      /^(button|link|checkbox|combobox|searchbox|spinbutton|textbox|heading)$/.test(role) &&
      !name
    ) {
      faults.push(`${role} without a name`);
    }
    if (role === 'list') {
      const inside = (each: Node): Node[] =>
        (each.childIds ?? []).flatMap((id) => {
          const child = nodes.get(id);
          return !child
            ? []
            : child.ignored || roleOf(child) === 'generic'
              ? inside(child)
              : [child];
        });
      const items = inside(node).map(roleOf);
      if (!items.some((each) => each === 'listitem')) faults.push(`list of nothing: ${name}`);
    }
    if (role !== 'heading') continue;
    const level = Number(node.properties?.find((each) => each.name === 'level')?.value.value);
    if (level > before + 1) faults.push(`heading ${level} after ${before}: ${name}`);
    before = level;
  }
  const count = (role: string) => shown.filter((each) => roleOf(each) === role).length;
  if (count('main') !== 1) faults.push(`${count('main')} main landmarks`);
  const firsts = shown.filter(
    (each) =>
      roleOf(each) === 'heading' &&
      each.properties?.some(({ name, value }) => name === 'level' && value.value === 1),
  );
  if (firsts.length !== 1) faults.push(`${firsts.length} headings of the first level`);
  return faults;
}

const OUTLINES = 'test/e2e/outlines.json';

/** Compares outlines with those that are kept; with `VIELFALT_KEEP_OUTLINES=1` keeps them. */
async function compare(name: string, lines: string[]) {
  const kept = JSON.parse(await readFile(OUTLINES, 'utf8').catch(() => '{}')) as Record<
    string,
    string[]
  >;
  if (process.env['VIELFALT_KEEP_OUTLINES'] !== '1') {
    assert.deepEqual(lines, kept[name], `${name}: look, then keep it in ${OUTLINES}`);
    return;
  }
  kept[name] = lines;
  await writeFile(OUTLINES, `${JSON.stringify(kept, null, 2)}\n`);
}

describe('What screen readers are handed (1.3.1, 2.4.6, 4.1.2)', () => {
  for (const { name, path } of KINDS) {
    it(`on a page: ${name}`, async (test) => {
      const tree = await treeOf(await openPlain(test, path));
      assert.deepEqual(treeFaults(tree), []);
    });
  }

  for (const { name, body, before, act, isNarrow } of ELEMENT_STATES) {
    it(`in the elements: ${name}`, async (test) => {
      const page = await openHost(test, body, before);
      if (isNarrow) await page.setViewportSize({ width: 320, height: 640 });
      await act(page);
      const tree = await treeOf(page);
      const faults = treeFaults(tree);
      // Behind an open dialog there is nothing.
      const behind = /main|first level|heading 2 after 0/;
      assert.deepEqual(isNarrow ? faults.filter((each) => !behind.test(each)) : faults, []);
    });
  }

  for (const [name, path] of [
    ['the directory', '/'],
    ['an offer', '/offers/deutsch-unter-frauen'],
    ['a provider', '/providers/sprachwerkstatt-nordlicht-ggmbh'],
    ['for the newly arrived', '/newcomers'],
    ['all networks', '/networks'],
  ] as const) {
    it(`has the outline that is kept: ${name}`, async (test) => {
      await compare(name, outline(await treeOf(await openPlain(test, path))));
    });
  }

  it('has the outline that is kept: the elements', async (test) => {
    const page = await openHost(
      test,
      '<vielfalt-directory place="witten" start="free=yes" limit="5"></vielfalt-directory>',
    );
    await page.locator('vielfalt-offer-card article').first().waitFor();
    await page.locator('[part~=chips]').waitFor();
    await compare('the elements', outline(await treeOf(page)));
  });

  it('begins with a title of its own for each page (2.4.2)', async (test) => {
    const pathOf = new Map<string, string>();
    for (const { path, status } of KINDS) {
      if (status === 404) continue;
      const title = await (await openPlain(test, path)).title();
      const [bare = ''] = path.split('?');
      assert.ok(title, path);
      assert.equal(pathOf.get(title) ?? bare, bare, `${title} is two pages`);
      pathOf.set(title, bare);
    }
  });

  it('names each control with the words that are seen on it (2.5.3)', async (test) => {
    for (const { body, before, act, isNarrow } of ELEMENT_STATES) {
      const page = await openHost(test, body, before);
      if (isNarrow) await page.setViewportSize({ width: 320, height: 640 });
      await act(page);
      assert.deepEqual(await faultsOf(page, ['strayNames']), []);
    }
    for (const { path } of KINDS) {
      assert.deepEqual(await faultsOf(await openPlain(test, path), ['strayNames']), []);
    }
  });
});

/** Keeps all that the live regions of a page come to say. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const watched = new Set<Element>();
    const watch = (root: ParentNode) => {
      for (const each of root.querySelectorAll('*')) {
        if (each.shadowRoot) watch(each.shadowRoot);
        if (!each.matches('[role=status], [role=alert], [aria-live]') || watched.has(each))
          continue;
        watched.add(each);
        const say = () => {
          const text = each.textContent.replace(/\s+/g, ' ').trim();
          if (text) said.push(text);
        };
        new MutationObserver(say).observe(each, {
          ...{ childList: true, characterData: true, subtree: true },
        });
      }
    };
    watch(document);
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

/** Longer than the calm after which something is said. */
const afterCalm = (page: Page) => page.waitForTimeout(1_500);

describe('What is said of changes (4.1.3)', () => {
  const DIRECTORY = '<vielfalt-directory place="witten" limit="5"></vielfalt-directory>';

  async function open(test: TestContext) {
    const page = await openHost(test, DIRECTORY);
    await page.locator('vielfalt-offer-card article').first().waitFor();
    // The parts that come with a visitor.
    await page.getByRole('searchbox').focus();
    await afterCalm(page);
    const said = await listen(page);
    return { page, said };
  }

  it('of a search is its number, once, and nothing while somebody types', async (test) => {
    const { page, said } = await open(test);
    // By the page's own clock: however late a key comes, what waits for calm comes later.
    await page.evaluate(async (word) => {
      let box = document.activeElement;
      while (box?.shadowRoot?.activeElement) box = box.shadowRoot.activeElement;
      for (const letter of word) {
        (box as HTMLInputElement).value += letter;
        box?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    }, 'deutschkurs');
    assert.deepEqual(await said(), []);
    await page.locator('[part=offers][aria-busy=false]').waitFor();
    await afterCalm(page);
    const summary = await page.locator('[part=summary]').innerText();
    assert.deepEqual(await said(), [summary]);
  });

  it('of a filter and of taking it back is the number, once each', async (test) => {
    const { page, said } = await open(test);
    await page.getByRole('button', { name: 'Für wen', exact: true }).click();
    await page.getByRole('checkbox').first().check();
    await afterCalm(page);
    const first = await page.locator('[part=summary]').innerText();
    assert.deepEqual(await said(), [first]);
    await page.locator('[part~=chips] button').first().click();
    await afterCalm(page);
    const second = await page.locator('[part=summary]').innerText();
    assert.deepEqual(await said(), [first, second]);
  });

  it('of a search that could not be made is that, once', async (test) => {
    const { page, said } = await open(test);
    await page.route('**/v1/**', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.getByRole('searchbox').fill('deutsch');
    await page.locator('.note').waitFor();
    await afterCalm(page);
    const failures = (await said()).filter((each) => each.includes('konnten nicht geladen'));
    assert.equal(failures.length, 1, (await said()).join(' | '));
  });
});

describe('What is asked of people (1.3.5, 3.3.1, 3.3.2, 3.2.6)', () => {
  it('is never who they are: no field has a purpose of its own', async (test) => {
    for (const { path } of KINDS) {
      const page = await openPlain(test, path);
      const names = await page
        .locator('input:not([type=hidden]), select, textarea')
        .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')));
      for (const name of names.filter(Boolean)) {
        assert.doesNotMatch(name!, /name|mail|tel|phone|street|address|postal|birth|user|password/);
      }
    }
  });

  it('has a mistake in words, beside what was meant', async (test) => {
    const page = await openPlain(test, '/?topic=langauge&age=old');
    const alert = page.getByRole('alert');
    assert.match(await alert.innerText(), /langauge/);
    assert.match(await alert.innerText(), /old/);
    await alert.getByRole('link').first().waitFor();
  });

  it('has help in the same place on each page', async (test) => {
    const orders = new Set<string>();
    for (const { path, status } of KINDS) {
      if (status !== 200) continue;
      const page = await openPlain(test, path);
      orders.add((await page.locator('footer .links a').allInnerTexts()).join(' | '));
    }
    assert.equal(orders.size, 1, [...orders].join('\n'));
  });
});
