import { report } from './diagnosis/symptom.js';
import { ELEMENTS } from './element-names.js';
import { defaultFeed } from './store/default-feed.js';

/** Elements that begin another part of a page rather than a fallback, which has lesser headings. */
const PARTS = `main,header,footer,nav,aside,section,article,form,h1,h2,script,iframe,${ELEMENTS}`;

function hasPart(node: Node): boolean {
  return node instanceof Element && (node.matches(PARTS) || node.querySelector(PARTS) !== null);
}

// Gives a page back what an element has swallowed: `<vielfalt-directory />` is not an empty element
// in HTML, so everything after it is inside, where it is an unseen fallback.
const feed = CSS.escape(defaultFeed());
for (const element of document.querySelectorAll(ELEMENTS)) {
  const inside = [...element.childNodes].filter((node) => !(node instanceof Element && node.slot));
  // One closed like an empty element ends where its parent does: not even a line break comes after it.
  if (element.nextSibling || !inside.some(hasPart)) continue;
  // A link into the directory is typical of a fallback.
  if (
    element.querySelector(`:scope > a[href^="${feed}"], :scope > :not(${PARTS}) a[href^="${feed}"]`)
  )
    continue;
  const name = element.localName;
  const code = `<${name} …></${name}>`;
  report(
    element,
    { kind: 'swallowed', values: { name: `<${name} … />`, code } },
    `<${name}> holds a part of the page. Was it written <${name} … />? Write ${code}`,
  );
  element.after(...inside);
}
