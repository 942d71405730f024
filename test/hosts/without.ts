// What takes our protection away, to see that pages fail without it.
import type { Page } from 'playwright-core';

/** What draws into the page instead of into a root of its own. */
export const IN_THE_LIGHT = (page: Page) =>
  page.addInitScript(() => {
    Element.prototype.attachShadow = function () {
      return this as unknown as ShadowRoot;
    };
  });

/** Adds a rule to each root of ours. */
export const ruleInside = (rule: string) => (page: Page) =>
  page.addInitScript((text) => {
    const attach = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      setTimeout(() => (root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]));
      return root;
    };
  }, rule);

/** Puts another text in the place of one in all our scripts. */
export const otherScripts = (from: RegExp, to: string) => (page: Page) =>
  page.route('**/widget/v1/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(from, to) });
  });
