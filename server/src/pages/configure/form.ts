import { LOCKS } from '@vielfalt/feed';
import { configureTexts, ownName } from '../../languages/words.js';
import { networkHead } from '../../resources/networks.js';
import type { PageContext } from '../context.js';
import { FACES, LOOK_NAMES, isColour } from '../frames/look.js';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { networkName } from '../networks/members.js';
import {
  CONFIGURE_PATH,
  SHOWN,
  isIdle,
  isRecord,
  printChoice,
  recordOf,
  type EmbedChoice,
  type ReadChoice,
} from './choice.js';
import { selectField, switchField, textField, type Option } from './fields.js';
import { byName, hasManyProviders, lockFields, lockLabel, slugField } from './lock-fields.js';
import { SYSTEMS, WAYS } from './ways.js';

/** The names of the look that have words of their own; the others are for who knows CSS. */
const LOOKS = ['accent', 'text', 'background', 'surface', 'radius', 'max-width'] as const;

/** The options that have a field whatever is shown. */
const SETTING_SWITCHES = ['map', 'no-languages', 'no-shortlist', 'no-topics', 'sync-url'] as const;
const SETTINGS = [...SETTING_SWITCHES, 'heading-level', 'limit', 'id', 'language'] as const;

/** Everything that can be chosen; it works without scripts. */
export async function choiceForm(
  { choice, ignored }: ReadChoice,
  context: PageContext,
): Promise<Html> {
  const { what, host, apply } = configureTexts(context.language);
  const { carried, root } = context;
  const { shown, options, system } = choice;
  const wrong = ignored.map(({ parameter }) => parameter);
  const lang = carried !== undefined && { type: 'hidden', name: 'lang', value: carried };
  return html`<form id="configure" action="${root}${CONFIGURE_PATH}#lines">
    ${lang && html`<input ${attributes(lang)} />`}
    <fieldset>
      <legend>${what.title}</legend>
      ${selectField(
        'show',
        what.label,
        SHOWN.map((each) => [each, what.shown[each]]),
        shown,
      )}
      <div id="subject">${await subjectFields(choice, context)}</div>
    </fieldset>
    <fieldset>
      <legend>${host.title}</legend>
      ${selectField(
        'system',
        host.label,
        SYSTEMS.map((each) => [each, host.systems[each]]),
        system,
      )}
      ${switchField('strict', host.strict, options.strict !== undefined)}
    </fieldset>
    ${lookFields(choice, wrong, context)} ${settings(choice, wrong, context)}
    <button class="button primary" type="submit">${apply}</button>
  </form>`;
}

/** What can be said of what is shown: the locks of a list, or which record it is. */
async function subjectFields(choice: EmbedChoice, context: PageContext): Promise<HtmlContent> {
  const { what } = configureTexts(context.language);
  const { shown, options } = choice;
  if (!isRecord(choice)) {
    const isOn = options['for-professionals'] !== undefined;
    return [
      lockFields(choice, context),
      shown === 'directory' && switchField('for-professionals', what.professionals, isOn),
      idleFields(choice),
    ];
  }
  return [await recordField(choice, context), idleFields(choice)];
}

/** The choice of one record; nothing else can be said of it. */
async function recordField(choice: EmbedChoice, context: PageContext): Promise<Html> {
  const { what } = configureTexts(context.language);
  const { shown, options, lock } = choice;
  if (shown === 'offer') {
    return textField('offer', what.offer, { value: options.offer, dir: 'ltr' });
  }
  if (shown === 'network') {
    const networks = await networkNames(context);
    return selectField(shown, what.network, [['', what.pick], ...networks], recordOf(choice));
  }
  // Of several that a list is locked to the first is shown; the others are kept until another is.
  const whole = lock.provider?.join(',');
  if (hasManyProviders(context)) return slugField(whole, context);
  const providers = providerNames(context).map(([slug, name]): Option => {
    return [slug === recordOf(choice) && whole ? whole : slug, name];
  });
  const label = lockLabel('provider', context);
  return selectField('provider', label, [['', what.pick], ...providers], whole);
}

/** What has no field now, and is there again where something else is shown. */
function idleFields(choice: EmbedChoice): HtmlContent {
  const all = new URLSearchParams(printChoice({ ...choice, idle: [] }));
  const hasField = (name: string) => (SETTINGS as readonly string[]).includes(name);
  const kept = [...all].filter(([name]) => isIdle(name, choice) && !hasField(name));
  return [...kept, ...(choice.idle ?? [])].map(
    ([name, value]) => html`<input ${attributes({ type: 'hidden', name, value })} />`,
  );
}

function providerNames({ site, language }: PageContext): Option[] {
  const heads = [...site.reference.providers];
  return byName(
    heads.map(({ slug, name }) => [slug, name]),
    language,
  );
}

async function networkNames(context: PageContext): Promise<Option[]> {
  const { site, language } = context;
  const found = await site.answers.networks({}, {});
  return found.map((listed) => {
    const head = networkHead(site, listed, language);
    return [head.slug, networkName(head, context).text];
  });
}

/** @param wrong what was left out of the address: its field is to be seen */
function lookFields({ look }: EmbedChoice, wrong: readonly string[], context: PageContext): Html {
  const words = configureTexts(context.language).look;
  const known: readonly string[] = LOOKS;
  const further = LOOK_NAMES.filter((name) => !known.includes(name) && name !== 'font');
  const field = (name: string, label: HtmlContent) =>
    textField(name, label, {
      value: look[name],
      dir: 'ltr',
      spellcheck: 'false',
      'data-colour': isColour(name),
    });
  const faces = FACES.map((face): Option => [face, words.faces[face]]);
  const isTouched = (name: string) => look[name] !== undefined || wrong.includes(name);
  return html`<details class="group" ${LOOK_NAMES.some(isTouched) && 'open'}>
    <summary>${words.title}</summary>
    <p class="hint">${words.hint}</p>
    ${LOOKS.map((name) => field(name, words[name]))}
    ${selectField('font', words.font, [['', words.faces.page], ...faces], look['font'])}
    <details ${further.some(isTouched) && 'open'}>
      <summary>${words.more}</summary>
      ${further.map((name) => field(name, html`<code dir="ltr">--vielfalt-${name}</code>`))}
    </details>
  </details>`;
}

function settings(
  { options, way }: EmbedChoice,
  wrong: readonly string[],
  context: PageContext,
): Html {
  const words = configureTexts(context.language).settings;
  const isTouched = (name: (typeof SETTINGS)[number]) =>
    options[name] !== undefined || wrong.includes(name);
  const isOpen = way !== undefined || wrong.includes('way') || SETTINGS.some(isTouched);
  const languages = context.languages.map((tag): Option => [tag, ownName(tag)]);
  const ways = WAYS.map((each): Option => [each, words.ways[each]]);
  const levels = ['1', '2', '3', '4', '5', '6'].map((level): Option => [level, level]);
  const usual: Option = ['', '–'];
  return html`<details class="group" ${isOpen && 'open'}>
    <summary>${words.title}</summary>
    ${selectField('way', words.way, [['', words.best], ...ways], way)}
    ${selectField('language', words.language, [['', words.languages], ...languages], options.language)}
    ${selectField('heading-level', words['heading-level'], [usual, ...levels], options['heading-level'])}
    ${textField('limit', words.limit, { type: 'number', min: 1, max: 100, value: options.limit })}
    ${textField('id', words.id, { value: options.id, dir: 'ltr', spellcheck: 'false' })}
    ${SETTING_SWITCHES.map((name) => switchField(name, words[name], options[name] !== undefined))}
  </details>`;
}

/** The id of a parameter's field; undefined where it has none for what is shown. */
export function fieldOf(parameter: string, choice: EmbedChoice): string | undefined {
  const names: readonly string[] = [
    ...['show', 'system', 'way', 'strict', 'dark', 'for-professionals', 'network', 'offer'],
    ...LOCKS,
  ].filter((name) => !isIdle(name, choice));
  const hasField = [...names, ...LOOK_NAMES, ...SETTINGS].includes(parameter);
  return hasField ? `by-${parameter}` : undefined;
}

/** The label of a parameter's field; one that is foreign is called as it is written. */
export function parameterLabel(parameter: string, context: PageContext): string {
  const { settings: set, look, what, host, preview } = configureTexts(context.language);
  const pick = <Name extends string>(
    words: Readonly<Record<Name, string>>,
    names: readonly Name[],
  ) => names.map((name) => [name, words[name]]);
  const own = Object.fromEntries([
    ...LOOK_NAMES.map((name) => [name, `--vielfalt-${name}`]),
    ...pick(look, [...LOOKS, 'font']),
    ...pick(set, [...SETTINGS, 'way']),
    ['for-professionals', what.professionals],
    ['show', what.label],
    ['network', what.network],
    ['offer', what.offer],
    ['system', host.label],
    ['strict', host.strict],
    ['dark', preview.dark],
  ]) as Readonly<Record<string, string>>;
  return own[parameter] ?? lockLabel(parameter, context);
}
