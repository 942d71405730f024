// Notes when the titles on a page were last changed, in open shadow roots too. Loaded before all else.
const observer = new MutationObserver(note);
const observed = { childList: true, subtree: true, characterData: true };
observer.observe(document, observed);
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (...options) {
  const root = attachShadow.apply(this, options);
  observer.observe(root, observed);
  return root;
};

/** What a page's titles are, as a way through shadow roots: `data-titles="host > host > title"`. */
const steps = document.documentElement.dataset.titles.split(' > ');
window.titles = () => {
  let roots = [document];
  steps.forEach((step, at) => {
    const found = roots.flatMap((root) => [...root.querySelectorAll(step)]);
    const isLast = at === steps.length - 1;
    roots = isLast ? found : found.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  });
  return roots.map(({ textContent }) => textContent.trim());
};

let before = '';
/** Milliseconds since the epoch: of the last change, and of the first title. */
window.changedAt = 0;
window.firstAt = 0;
/** What has been typed, and when a change showed a title that has it. */
window.word = '';
window.foundAt = 0;
function note() {
  const now = window.titles().join('\n');
  if (now === before) return;
  before = now;
  window.changedAt = performance.timeOrigin + performance.now();
  window.firstAt ||= window.changedAt;
  if (window.word && now.toLowerCase().includes(window.word)) window.foundAt ||= window.changedAt;
}
