import { render, type TemplateResult } from 'lit';

const places: HTMLElement[] = [];

/**
 * Puts a template into the page, in a German part of it. Unlike a fixture it waits for no frame:
 * browsers draw none in a tab that is behind another.
 */
export function mount(template: TemplateResult, lang = 'de'): HTMLElement {
  const place = document.createElement('div');
  place.lang = lang;
  document.body.append(place);
  places.push(place);
  render(template, place);
  return place;
}

/** Takes away all that was put there. */
export function unmount(): void {
  for (const place of places.splice(0)) place.remove();
}
