const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Makes a part of a drawing. */
export function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name);
  update(element, attributes);
  element.append(...children);
  return element;
}

/** Gives a part of a drawing other attributes. */
export function update(
  element: Element | undefined,
  attributes: Record<string, string | number>,
): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, `${value}`);
}
