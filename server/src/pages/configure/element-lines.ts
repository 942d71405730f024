import { isFlag, printQuery } from '@vielfalt/feed';
import { html } from '../../text/html.js';
import {
  hasMap,
  isRecord,
  recordOf,
  type EmbedChoice,
  type EmbedSwitch,
  type Shown,
} from './choice.js';
import {
  openTag,
  pageAddress,
  type Snippet,
  type SnippetSource,
  type TagValues,
} from './source.js';

const ELEMENTS: Record<Shown, string> = {
  directory: 'vielfalt-directory',
  list: 'vielfalt-offer-list',
  provider: 'vielfalt-provider-card',
  network: 'vielfalt-network-card',
  offer: 'vielfalt-offer-card',
};

/** The element's attributes: what is shown, then how. */
function elementValues(choice: EmbedChoice): TagValues {
  const { shown, lock, options } = choice;
  const isOn = (name: EmbedSwitch) => options[name] !== undefined;
  if (isRecord(choice)) {
    return { [shown]: recordOf(choice), 'heading-level': options['heading-level'] };
  }
  const locks = [...new URLSearchParams(printQuery(lock))].map(([name, value]) => [
    name,
    isFlag(name) || value,
  ]);
  const isDirectory = shown === 'directory';
  return {
    ...(Object.fromEntries(locks) as TagValues),
    'for-professionals': isDirectory && isOn('for-professionals'),
    'heading-level': options['heading-level'],
    limit: options.limit,
    'no-languages': isDirectory && isOn('no-languages'),
    'no-shortlist': isOn('no-shortlist'),
    'no-topics': isDirectory && isOn('no-topics'),
    'sync-url': isOn('sync-url'),
  };
}

/** A look as CSS declares it. */
function declarations(look: EmbedChoice['look']): string[] {
  return Object.entries(look).map(([name, value]) => {
    if (name === 'font') return `font-family: ${value}`;
    return name === 'background' ? `background: ${value}` : `--vielfalt-${name}: ${value}`;
  });
}

/** The look where it may stand in the tag, else as rules for the website's stylesheet. */
function styled({ choice }: SnippetSource): { style?: string; styles?: string } {
  const { look, options, shown, system } = choice;
  const lines = declarations(look);
  if (lines.length === 0) return {};
  const isTakenAway = options.strict !== undefined || system === 'drupal-filtered';
  if (!isTakenAway) return { style: lines.join('; ') };
  return { styles: `${ELEMENTS[shown]} {\n${lines.map((each) => `  ${each};\n`).join('')}}` };
}

/** A tag with the link inside that serves until the script has run, and with what else is to be there. */
function around(tag: string, values: TagValues, source: SnippetSource, more = ''): string {
  const link = `${openTag('a', { href: pageAddress(source) })}${html`${source.subject.name}`.toString()}</a>`;
  return `${openTag(tag, values)}${more && `\n  ${more}`}\n  ${link}\n</${tag}>`;
}

function scriptTag({ way, script, context }: SnippetSource): string {
  const addressOf = (version: string) => `${context.site.baseUrl}/widget/v${version}/vielfalt.js`;
  const values =
    way === 'integrity' && script
      ? { src: addressOf(script.version), integrity: script.integrity, crossorigin: true }
      : { src: addressOf('1') };
  return `${openTag('script', { type: 'module', ...values })}</script>`;
}

/** The script and the element. */
export function elementLines(source: SnippetSource): Snippet {
  const { shown, options } = source.choice;
  const { style, styles } = styled(source);
  const values = {
    id: options.id,
    ...elementValues(source.choice),
    lang: options.language,
    style,
  };
  const map = hasMap(source.choice) ? '<vielfalt-map slot="before"></vielfalt-map>' : '';
  const element = around(ELEMENTS[shown], values, source, map);
  return { lines: `${scriptTag(source)}\n\n${element}`, styles };
}

/** Names of attributes with `data-` before them; what has no value gets one, which no filter drops. */
function asData(values: TagValues): TagValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`data-${name}`, value === true ? 'yes' : value]),
  );
}

/** A `div` that becomes the element, and the script for the website's template. */
export function placeholderLines(source: SnippetSource): Snippet {
  const { choice } = source;
  const { style, styles } = styled(source);
  const data = asData({ vielfalt: choice.shown, ...elementValues(choice) });
  const values = { ...data, lang: choice.options.language, style };
  const names = Object.entries(data).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [name],
  );
  return {
    lines: around('div', values, source),
    template: templateLines(source),
    styles,
    ...(choice.system === 'drupal-filtered' && { allowed: `<div ${names.join(' ')} lang>` }),
  };
}

/** The script once for all placeholders, as each system takes it. */
function templateLines(source: SnippetSource): string {
  const { system } = source.choice;
  const tag = scriptTag(source);
  if (system === 'typo3' || system === 'typo3-text') {
    return `page.footerData.10 = TEXT\npage.footerData.10.value = ${tag}`;
  }
  if (system !== 'wordpress' && system !== 'wordpress-author') return tag;
  return `add_action('wp_footer', function () {
  $src = '${source.context.site.baseUrl}/widget/v1/vielfalt.js';
  wp_print_script_tag(['type' => 'module', 'src' => $src]);
});`;
}
