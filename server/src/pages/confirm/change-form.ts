import type { Offer } from '@vielfalt/feed';
import { fill, timetable } from '@vielfalt/feed/wording';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { select, type Option } from '../configure/fields.js';
import type { ChangeField, ReadChange, TypedChange } from './change-fields.js';
import { ownAddress, type OwnOffer, type ProviderVisit } from './provider-visit.js';

/** What a form holds, and what is wrong with it. */
export interface FormState extends Pick<ReadChange, 'typed' | 'problems'> {
  /** The fields whose values wait for the office. */
  waiting: readonly ChangeField[];
}

/** The id of a field's control. */
export function controlId(field: ChangeField): string {
  return `by-${field}`;
}

/** The form in which a provider says what has changed. @param seen fingerprints of what it says at first */
export function changeForm(
  own: OwnOffer,
  state: FormState,
  seen: string,
  visited: ProviderVisit,
): Html {
  const { context, words } = visited;
  const { change } = words;
  const { card, details } = context.texts;
  const box = new Fields(state, words.offer.waiting);
  const unsaid: Option = ['', change.unsaid];
  const { badges } = card;
  return html`<form
    method="post"
    action="${ownAddress(visited, { change: own.offer.slug })}"
    novalidate
  >
    <input type="hidden" name="seen" value="${seen}" />
    ${own.offer.status === 'paused' && box.tick('again', change.again)}
    ${box.area('when', change.when, {
      hint: change.whenHint,
      now: isUnwritten(own, state.typed) && unwritten(own, visited),
      traits: { lang: 'de' },
    })}
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
      box.line('until', change.until, { traits: { type: 'date' } }),
      box.area('registration-text', change.registrationText),
    ])}
    ${box.choice('openings', change.openings, [
      unsaid,
      ['free', badges['openings-free']],
      ['waiting-list', badges['openings-waiting-list']],
      ['full', badges['openings-full']],
    ])}
    ${group(details.facts.contact, [
      box.line('role', change.role, { hint: change.roleHint }),
      box.line('phone', change.phone, { traits: { type: 'tel', dir: 'ltr' } }),
      box.line('email', change.email, { traits: { type: 'email', dir: 'ltr' } }),
      box.line('web', change.web, { traits: { type: 'url', dir: 'ltr' } }),
    ])}
    ${box.area('description', words.fields.description, { traits: { rows: 8 } })}
    ${box.area('note', change.note, { hint: change.noteHint })}
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
function isUnwritten({ wished }: OwnOffer, typed: TypedChange): boolean {
  return typed.when === '' && wished.schedule !== undefined;
}

function unwritten(own: OwnOffer, visited: ProviderVisit): HtmlContent {
  return own.waiting.includes('schedule')
    ? times(own.wished, visited)
    : timesNow(own.offer, visited);
}

/** The times as the directory says them; nothing where it says none. */
export function timesNow(offer: Offer, visited: ProviderVisit): HtmlContent {
  return (
    offer.schedule &&
    html`<p>${visited.words.change.now}</p>
      ${times(offer, visited)}`
  );
}

function times({ schedule = {} }: Offer, { site, context }: ProviderVisit): Html {
  const lines = timetable(schedule, site.date, context.texts);
  return html`<ul class="now">
    ${lines.map((line) => html`<li>${line}</li>`)}
    ${schedule.text && html`<li dir="auto">${schedule.text}</li>`}
  </ul>`;
}

interface FieldMore {
  hint?: string;
  /** What the directory says now, for where it cannot stand in the field. */
  now?: HtmlContent;
  traits?: Record<string, string | number>;
}

/** Draws fields, each with its label, its hint and what is wrong with it. */
class Fields {
  /** @param waits the sentence that something waits, with a place for its name */
  constructor(
    private readonly state: FormState,
    private readonly waits: string,
  ) {}

  line(field: ChangeField, label: string, more: FieldMore = {}): Html {
    const value = this.state.typed[field];
    const traits = { ...this.#traits(field, more), value, dir: 'auto', ...more.traits };
    return this.#box(field, label, html`<input ${attributes(traits)} />`, more);
  }

  area(field: ChangeField, label: string, more: FieldMore = {}): Html {
    const traits = { ...this.#traits(field, more), rows: 3, dir: 'auto', ...more.traits };
    // HTML leaves a first line break out.
    const text = html`<textarea ${attributes(traits)}>${this.state.typed[field]}</textarea>`;
    return this.#box(field, label, text, more);
  }

  choice(field: ChangeField, label: string, options: readonly Option[]): Html {
    return this.#box(field, label, select(this.#traits(field), options, this.state.typed[field]));
  }

  tick(field: ChangeField, label: string): Html {
    const checked = this.state.typed[field] === 'yes';
    const traits = { ...this.#traits(field), type: 'checkbox', value: 'yes', checked };
    return html`${this.#waiting(field, label)}
      <p class="switch">
        <input ${attributes(traits)} />
        <label for="${controlId(field)}">${label}</label>
      </p>`;
  }

  #traits(field: ChangeField, { hint }: FieldMore = {}): Record<string, string> {
    const id = controlId(field);
    const isWrong = this.#problem(field) !== undefined;
    const described = [
      this.#waits(field) && `${id}-waiting`,
      hint && `${id}-hint`,
      isWrong && `${id}-problem`,
    ]
      .filter(Boolean)
      .join(' ');
    return {
      id,
      name: field,
      ...(described && { 'aria-describedby': described }),
      ...(isWrong && { 'aria-invalid': 'true' }),
    };
  }

  #box(field: ChangeField, label: string, control: Html, { hint, now }: FieldMore = {}): Html {
    const id = controlId(field);
    const problem = this.#problem(field);
    return html`<div class="asked">
      <label for="${id}">${label}</label>
      ${this.#waiting(field, label)} ${now}
      ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
      ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`} ${control}
    </div>`;
  }

  #waits(field: ChangeField): boolean {
    return this.state.waiting.includes(field);
  }

  #waiting(field: ChangeField, label: string): HtmlContent {
    const text = fill(this.waits, { fields: label });
    return this.#waits(field) && html`<p class="hint" id="${controlId(field)}-waiting">${text}</p>`;
  }

  #problem(field: ChangeField): string | undefined {
    return this.state.problems.find((each) => each.field === field)?.text;
  }
}
