import { fill } from '@vielfalt/feed/wording';
import { configureTexts } from '../../languages/words.js';
import { html, type HtmlContent, type Html } from '../../text/html.js';
import { copyField } from './copy-field.js';
import { policyLine, typo3Parameters, typo3Policy } from './policy.js';
import { isIdle, isRecord } from './choice.js';
import type { SnippetSource } from './source.js';
import { hasElement } from './ways.js';

/** What the lines do with visitors' data, as the website has to say it. */
function privacyNotice({ choice, way, context }: Omit<SnippetSource, 'subject'>): string {
  const { directory, site, language } = context;
  const { server, script, nothing, shortlist, others, location, reports } =
    configureTexts(language).handout.privacy;
  // An address cannot say that there is to be less than the whole directory.
  const isWhole = choice.shown === 'directory' || (choice.shown === 'list' && way === 'address');
  const hasMarks = choice.options['no-shortlist'] === undefined || way === 'address';
  // The card of a provider holds a list of its offers, from which nothing can be taken away.
  const canKeep = isRecord(choice) ? choice.shown === 'provider' : hasMarks;
  const sentences =
    way === 'html'
      ? [server]
      : [
          script,
          canKeep ? shortlist : nothing,
          others,
          ...(isWhole ? [location] : []),
          ...(choice.shown === 'network' ? [] : [reports]),
        ];
  return fill(sentences.join(' '), { name: directory.title, address: site.baseUrl });
}

/** What others on the website's side need: paragraphs for its notices, and lines for its policy. */
export function handout({ choice, way, context }: Omit<SnippetSource, 'subject'>): Html {
  const { site, texts, language } = context;
  const words = configureTexts(language).handout;
  const said = { lang: language, dir: texts.dir };
  const origin = site.baseUrl && new URL(site.baseUrl).origin;
  const privacy = privacyNotice({ choice, way, context });
  const field = (id: string, label: string, text: string, lang?: typeof said): HtmlContent =>
    copyField(id, label, text, context, lang);
  const policy = policyLine(way, origin);
  const isTypo3 = choice.system === 'typo3' || choice.system === 'typo3-text';
  const isSynced = choice.options['sync-url'] !== undefined && !isIdle('sync-url', choice);
  const hasParameters = isTypo3 && isSynced && hasElement(way);
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
