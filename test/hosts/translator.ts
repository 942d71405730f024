/**
 * Does to a page what the translators of Chrome and Edge do, shadow roots included: each text node
 * is replaced by two nested `<font>` with another text; what is written later is replaced likewise.
 */
export const TRANSLATOR = `(() => {
  const watched = new Set();
  function visit(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.shadowRoot) watch(node.shadowRoot);
      const isDone = node.parentElement?.closest('font, script, style');
      if (node instanceof Text && node.data.trim() && !isDone) texts.push(node);
    }
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
      inner.textContent = '«' + text.data + '»';
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  function watch(root) {
    if (watched.has(root)) return;
    watched.add(root);
    visit(root);
    const options = { childList: true, subtree: true, characterData: true };
    new MutationObserver(() => visit(root)).observe(root, options);
  }
  watch(document.body);
})()`;
