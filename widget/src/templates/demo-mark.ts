import type { DirectoryHead } from '@vielfalt/feed';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/** A mark that the data shown is not real; nothing where it is. */
export function demoMark(
  directory: DirectoryHead | undefined,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!directory?.demo) return nothing;
  return html`<p part="demo" class="demo">${locale.frame.demo}</p>`;
}
