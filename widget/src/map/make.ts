const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Makes a part of a drawing. An attribute that is `undefined` is left out. */
export function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | undefined>,
  ...children: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, `${value}`);
  }
  element.append(...children);
  return element;
}
