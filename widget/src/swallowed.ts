import { report } from './diagnosis/symptom.js';
import { ELEMENTS } from './element-names.js';
import { defaultFeed } from './store/default-feed.js';

/** Elements that begin another part of a page rather than a fallback. */
const PARTS = `main,header,footer,nav,aside,section,article,form,h1,h2,h3,h4,h5,h6,script,iframe,${ELEMENTS}`;

/**
 * Says whether an element is the last inside its parent: one closed like an empty element ends
 * where its parent does.
 */
function isLast(element: Element): boolean {
  for (let next = element.nextSibling; next; next = next.nextSibling) {
    if (next instanceof Element || next.textContent?.trim()) return false;
  }
  return true;
}

function hasPart(node: Node): boolean {
  return node instanceof Element && (node.matches(PARTS) || node.querySelector(PARTS) !== null);
}

// Gives a page back what an element has swallowed: `<vielfalt-directory />` is not an empty element
// in HTML, so everything after it is inside, where it is an unseen fallback.
const feed = CSS.escape(defaultFeed());
for (const element of document.querySelectorAll(ELEMENTS)) {
  const inside = [...element.childNodes].filter((node) => !(node instanceof Element && node.slot));
  // A link into the directory is typical of a fallback.
  if (!isLast(element) || !inside.some(hasPart)) continue;
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
