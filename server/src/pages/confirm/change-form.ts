import { timetable } from '@vielfalt/feed/wording';
import { attributes, html, type Html, type HtmlContent } from '../html.js';
import { select, type Option } from '../configure/fields.js';
import type { ChangeField, ReadChange, TypedChange } from './change-fields.js';
import { ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';

/** What a form holds, and what is wrong with it. */
export type FormState = Pick<ReadChange, 'typed' | 'problems'>;

/** The id of a field's control. */
export function controlId(field: ChangeField): string {
  return `by-${field}`;
}

/** The form in which a provider says what has changed. @param seen marks of what it says at first */
export function changeForm(
  own: OwnOffer,
  state: FormState,
  seen: string,
  visited: ProviderVisit,
): Html {
  const { context, words } = visited;
  const { change } = words;
  const { card, details } = context.texts;
  const box = new Fields(state);
  const unsaid: Option = ['', change.unsaid];
  const { badges } = card;
  return html`<form
    method="post"
    action="${ownAddress(visited, { change: own.offer.slug })}"
    novalidate
  >
    <input type="hidden" name="seen" value="${seen}" />
    ${own.offer.status === 'paused' && box.tick('again', change.again)}
    ${group(card.facts.when, [
      isUnwritten(own, state.typed) && nowShown(own, visited),
      box.area('when', change.when, { hint: change.whenHint, lang: 'de' }),
    ])}
    ${group(card.facts.cost, [
      box.tick('free', change.free),
      box.line('cost', change.cost, { hint: change.costHint }),
    ])}
    ${group(details.facts.registration, [
      box.choice('registration', change.registration, [
        unsaid,
        ['yes', change.yes],
        ['no', change.no],
      ]),
      box.line('until', change.until, { type: 'date' }),
      box.area('registration-text', change.registrationText),
    ])}
    ${group(details.facts.openings, [
      box.choice('openings', change.openings, [
        unsaid,
        ['free', badges['openings-free']],
        ['waiting-list', badges['openings-waiting-list']],
        ['full', badges['openings-full']],
      ]),
    ])}
    ${group(details.facts.contact, [
      box.line('role', change.role, { hint: change.roleHint }),
      box.line('phone', change.phone, { type: 'tel', dir: 'ltr' }),
      box.line('email', change.email, { type: 'email', dir: 'ltr' }),
      box.line('web', change.web, { type: 'url', dir: 'ltr' }),
    ])}
    ${group(words.fields.description, [
      box.area('description', words.fields.description, { rows: 8 }),
    ])}
    ${group(change.note, [box.area('note', change.note, { hint: change.noteHint })])}
    <p><button class="button primary" name="step" value="check">${change.submit}</button></p>
  </form>`;
}

function group(legend: string, fields: HtmlContent): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${fields}
  </fieldset>`;
}

/** Tells whether there are times that could not be put into the field. */
function isUnwritten({ offer }: OwnOffer, typed: TypedChange): boolean {
  return typed.when === '' && offer.schedule !== undefined;
}

/** The times as the directory says them, for where they cannot stand in the field. */
function nowShown({ offer }: OwnOffer, { site, context, words }: ProviderVisit): Html {
  const { schedule = {} } = offer;
  const lines = timetable(schedule, site.date, context.texts);
  return html`<p>${words.change.now}</p>
    <ul class="now">
      ${lines.map((line) => html`<li>${line}</li>`)}
      ${schedule.text && html`<li dir="auto">${schedule.text}</li>`}
    </ul>`;
}

type Traits = Record<string, string | number | undefined> & { hint?: string };

/** Draws fields, each with its label, its hint and what is wrong with it. */
class Fields {
  constructor(private readonly state: FormState) {}

  line(field: ChangeField, label: string, { hint, ...traits }: Traits = {}): Html {
    const own = { ...this.#traits(field, hint), value: this.state.typed[field], dir: 'auto' };
    return this.#box(field, label, hint, html`<input ${attributes({ ...own, ...traits })} />`);
  }

  area(field: ChangeField, label: string, { hint, ...traits }: Traits = {}): Html {
    const own = { ...this.#traits(field, hint), rows: 3, dir: 'auto', ...traits };
    // HTML leaves a first line break out.
    const text = html`<textarea ${attributes(own)}>${this.state.typed[field]}</textarea>`;
    return this.#box(field, label, hint, text);
  }

  choice(field: ChangeField, label: string, options: readonly Option[]): Html {
    const traits = this.#traits(field) as Record<string, string>;
    return this.#box(field, label, undefined, select(traits, options, this.state.typed[field]));
  }

  tick(field: ChangeField, label: string): Html {
    const checked = this.state.typed[field] === 'yes';
    const traits = { ...this.#traits(field), type: 'checkbox', value: 'yes', checked };
    return html`<p class="switch">
      <input ${attributes(traits)} />
      <label for="${controlId(field)}">${label}</label>
    </p>`;
  }

  #traits(field: ChangeField, hint?: string): Record<string, string | undefined> {
    const id = controlId(field);
    const isWrong = this.#problem(field) !== undefined;
    const described = [hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ');
    return {
      id,
      name: field,
      ...(described && { 'aria-describedby': described }),
      ...(isWrong && { 'aria-invalid': 'true' }),
    };
  }

  #box(field: ChangeField, label: string, hint: string | undefined, control: Html): Html {
    const id = controlId(field);
    const problem = this.#problem(field);
    return html`<div class="field">
      <label for="${id}">${label}</label>
      ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
      ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`} ${control}
    </div>`;
  }

  #problem(field: ChangeField): string | undefined {
    return this.state.problems.find((each) => each.field === field)?.text;
  }
}
