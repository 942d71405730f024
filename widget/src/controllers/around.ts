import type { ReactiveControllerHost } from 'lit';

/** The element around another: where a slot shows it, the slot's; of a shadow, its host. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

const looks = new Set<() => void>();
const lookAgain = () => looks.forEach((look) => look());
// Where a page switches its theme, it marks an element around, whose colour may take its time.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lookAgain);
document.addEventListener('transitionend', lookAgain);

/**
 * Looks at what an element inherits, when it comes and whenever that may have changed: language and
 * colours come from any of the elements around it, and pages mark them by attributes of any name.
 */
export function watchAround(host: ReactiveControllerHost & Element, look: () => void): void {
  const observer = new MutationObserver(look);
  host.addController({
    hostConnected() {
      for (let each: Element | null = host; each; each = parentOf(each)) {
        observer.observe(each, { attributes: true });
      }
      looks.add(look);
      look();
    },
    hostDisconnected() {
      observer.disconnect();
      looks.delete(look);
    },
  });
}
