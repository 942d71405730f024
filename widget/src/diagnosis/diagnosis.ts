/** What an element says of itself, its page and its feed, where it has the attribute `diagnose`. */
import { DiagnosisPanel } from './panel.js';

const NAME = 'vielfalt-diagnosis';
const panels = new WeakMap<Element, DiagnosisPanel>();

// Another script of ours on the page has defined it for its elements.
if (!customElements.get(NAME)) customElements.define(NAME, DiagnosisPanel);

/** Shows the panel where the attribute is, and takes it away where it is not. */
function update(subject: Element, panel: DiagnosisPanel) {
  if (!subject.matches('[diagnose], [data-diagnose]')) {
    panel.remove();
    return;
  }
  if (!panel.isConnected) (subject.shadowRoot ?? subject).prepend(panel);
  void panel.examine();
}

/** Says in the page what is wrong, for as long as the attribute is there. */
export function diagnose(subject: Element): void {
  const known = panels.get(subject);
  const panel = known ?? new DiagnosisPanel();
  panel.subject = subject;
  update(subject, panel);
  if (known) return;
  panels.set(subject, panel);
  new MutationObserver(() => update(subject, panel)).observe(subject, { attributes: true });
}
