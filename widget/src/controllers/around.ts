/** The element around another: where a slot shows it, the slot's; of a shadow, its host. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

/**
 * Watches all that an element inherits from: language and colours come from any of the elements
 * around it, and pages mark them by attributes of any name.
 */
export function watchAround(observer: MutationObserver, element: Element): void {
  for (let each: Element | null = element; each; each = parentOf(each)) {
    observer.observe(each, { attributes: true });
  }
}
