import type { ReactiveControllerHost } from 'lit';

/** The element around another: its slot, where it is in one; for a shadow root, its host. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

const looks = new Set<() => void>();
const lookAgain = () => looks.forEach((look) => look());
// A page that switches its theme marks an element around, whose colour may change gradually.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lookAgain);
document.addEventListener('transitionend', lookAgain);

/**
 * Checks what an element inherits, when it is connected and whenever that may have changed:
 * language and colours come from any of the elements around it, and pages mark them by attributes
 * of any name.
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
