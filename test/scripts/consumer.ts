/** Pages as a stranger writes them who has installed the package, by file name. */
export const PAGES = {
  'page.ts': `
import '@vielfalt/widget';
import { define, VielfaltOfferList, VielfaltResultsEvent, type Query } from '@vielfalt/widget/elements';

const directory = document.createElement('vielfalt-directory');
directory.feed = 'https://feed.example.org/';
directory.headingLevel = '2';
directory.setAttribute('topic', 'language');
directory.query = { day: ['sa'], level: 'A2' } satisfies Query;
directory.addEventListener('vielfalt-results', ({ total, query }) => {
  const words: string = query.q ?? '';
  document.title = total.toFixed() + words;
});
document.addEventListener('vielfalt-offer-open', ({ slug }) => slug.toUpperCase());
const list: VielfaltOfferList | null = document.querySelector('vielfalt-offer-list');
const isShown: boolean | undefined = document.querySelector('vielfalt-offer-card')?.open;
define();
console.log(list?.sort?.length, isShown, VielfaltResultsEvent.type);

// @ts-expect-error: there is no such property
directory.topics = 'language';
// @ts-expect-error: there is no such day
const wrong: Query = { day: ['sunday'] };
// @ts-expect-error: the event has none
directory.addEventListener('vielfalt-results', ({ offers }) => offers);
console.log(wrong);
`,
  'react.tsx': `
import '@vielfalt/widget';
import '@vielfalt/widget/react';
import { useRef } from 'react';
import type { VielfaltDirectory } from '@vielfalt/widget/elements';

export function Offers() {
  const directory = useRef<VielfaltDirectory>(null);
  return (
    <main>
      <vielfalt-directory
        ref={directory}
        className="offers"
        topic="language,homework"
        age={12}
        free
        no-languages
        heading-level="2"
        query={{ day: ['sa'] }}
        onvielfalt-results={({ total }) => console.log(total.toFixed())}
      >
        <a href="https://feed.example.org/">Offers</a>
      </vielfalt-directory>
      <vielfalt-offer-card offer="deutschkurs" open />
    </main>
  );
}

// @ts-expect-error: it is called topic
export const misspelt = <vielfalt-directory topics="language" />;
// @ts-expect-error: there is no such level
export const unknown = <vielfalt-offer-list level="D1" />;
`,
  'vue.ts': `
import '@vielfalt/widget/vue';
import type { GlobalComponents } from 'vue';

type Directory = InstanceType<GlobalComponents['vielfalt-directory']>;
export const props: Directory['$props'] = { class: 'offers', place: 'witten', free: '' };
export const told: Parameters<Directory['$emit']>[0] = 'vielfalt-results';
// @ts-expect-error: it is called place
export const misspelt: Directory['$props'] = { ort: 'witten' };
// @ts-expect-error: Vue would write free="true", which is no value of it
export const untrue: Directory['$props'] = { free: true };
`,
};

/** The strictest a page's own types may be checked. */
export const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'nodenext',
    jsx: 'react-jsx',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  },
};

/**
 * Prints what each class of the package observes, and which names an import alone has registered.
 * Of a browser there is as much as it takes to make classes.
 */
export const OBSERVED = `
const anything = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything,
});
const registered = [];
Object.assign(globalThis, {
  HTMLElement: class {},
  UIEvent: class extends Event {},
  CSSStyleSheet: anything,
  document: anything,
  matchMedia: anything,
  customElements: { define: (name) => registered.push(name), get: () => undefined },
});
const { define, ...classes } = await import('@vielfalt/widget/elements');
const observed = Object.fromEntries(
  Object.entries(classes).map(([name, each]) => [name, each.observedAttributes ?? []]),
);
const before = [...registered];
define();
await import('@vielfalt/widget/map');
console.log(JSON.stringify({ before, registered, observed }));
`;
