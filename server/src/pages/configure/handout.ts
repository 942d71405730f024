import { fill } from '@vielfalt/feed/wording';
import { configureTexts } from '../../languages/words.js';
import { html, type HtmlContent, type Html } from '../html.js';
import { copyField } from './copy-field.js';
import { policyLine, typo3Parameters, typo3Policy } from './policy.js';
import type { SnippetSource } from './source.js';
import { hasElement } from './ways.js';

/** What others on the website's side need: paragraphs for its notices, and lines for its policy. */
export function handout({ choice, way, context }: Omit<SnippetSource, 'subject'>): Html {
  const { directory, site, texts, language } = context;
  const words = configureTexts(language).handout;
  const said = { lang: language, dir: texts.dir };
  const origin = site.baseUrl && new URL(site.baseUrl).origin;
  const { script, server } = words.privacy;
  const filled = { name: directory.title, address: site.baseUrl };
  const privacy = fill(way === 'html' ? server : script, filled);
  const field = (id: string, label: string, text: string, lang?: typeof said): HtmlContent =>
    copyField(id, label, text, context, lang);
  const policy = policyLine(way, origin);
  const isTypo3 = choice.system === 'typo3' || choice.system === 'typo3-text';
  const hasParameters = isTypo3 && choice.options['sync-url'] !== undefined && hasElement(way);
  const id = way === 'placeholder' ? undefined : choice.options.id;
  return html`${field('privacy', words.privacyTitle, privacy, said)}
  ${field('accessibility', words.accessibilityTitle, words.accessibility, said)}
  ${
    policy
      ? field('policy', words.policyTitle, policy)
      : html`<p>
          <strong>${words.policyTitle}</strong><br />
          ${words.noPolicy}
        </p>`
  }
  ${isTypo3 && policy && field('typo3-policy', words.typo3Policy, typo3Policy(way, origin))}
  ${hasParameters && field('typo3-parameters', words.typo3Parameters, typo3Parameters(id))}`;
}
