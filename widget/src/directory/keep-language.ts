/** Keeps an editor's content of an element in the language that it is written in. */
export function keepLanguage(host: Element, language: string): void {
  for (const child of host.children) {
    if (!child.hasAttribute('lang') && !child.localName.startsWith('vielfalt-'))
      child.setAttribute('lang', language);
  }
}
