import {
  cardsOn,
  nextFrom,
  termHeads,
  termTree,
  toCard,
  type Card,
  type Offer,
} from '@vielfalt/feed';
import {
  checkNote,
  facts,
  titleOf,
  type Piece,
  type PresentedOffer,
} from '@vielfalt/feed/presentation';
import { mailLink, rhythm } from '@vielfalt/feed/wording';
import { letterTexts, textsFor } from '../../languages/words.js';
import { directoryHead } from '../../snapshot/heads.js';
import type { DirectoryState } from '../../store/store.js';
import type { Mail } from '../mail.js';
import { composeLetter, fillLetter, type LetterEntry, type LetterPart } from './compose.js';
import type { Addressee } from './due.js';
import { officeOf } from './letters.js';
import { inLetterLanguage, lastDay, letterLanguage } from './links.js';
import { PAUSE_DAYS } from './standing.js';

/** The moment of a reminder, and the links in it. */
export interface ReminderLinks {
  now: number;
  /** The local date in the directory's zone. */
  today: string;
  /** By the id of their provider. */
  providers: ReadonlyMap<string, string>;
  /** Leads to where reminders are stopped, by people and by their mail programs (RFC 8058). */
  stop: string;
}

/** Writes the mail that asks whether all offers of an address are still right. */
export function writeReminder(
  { address, providers }: Addressee,
  state: DirectoryState,
  { now, today, providers: links, stop }: ReminderLinks,
): Mail {
  const { directory } = state;
  const [wanted, ...others] = new Set(providers.map(({ provider }) => provider.language));
  const language = letterLanguage(others.length === 0 ? wanted : undefined, directory);
  const { reminder, open, valid } = letterTexts(language);
  const say = (text: string, values: Record<string, string | number>) =>
    fillLetter(text, { directory: directory.title, ...values }, language);
  const entryOf = entries(state, language, today);
  const date = lastDay(now, language, directory.timeZone);
  const parts = providers.flatMap(({ provider, offers }): LetterPart[] => [
    { heading: provider.name },
    { entries: offers.map(entryOf) },
    {
      button: open,
      href: inLetterLanguage(links.get(provider.id) ?? '', language, directory),
    },
    say(valid, { date, provider: provider.name }),
  ]);
  return composeLetter(
    {
      to: address,
      language,
      subject: say(reminder.subject, {}),
      parts: [
        say(reminder.intro, {}),
        reminder.how,
        ...parts,
        say(reminder.nothing, { days: PAUSE_DAYS }),
        { link: reminder.stop, href: inLetterLanguage(stop, language, directory) },
      ],
      headers: stopHeaders(stop, officeOf(directory).address),
    },
    directory,
  );
}

/** The headers by which a mail program offers to stop reminders, with one click or by a mail. */
function stopHeaders(stop: string, office: string | undefined): Record<string, string> {
  const mail = office && `, <${mailLink(office)}?subject=stop>`;
  return {
    'List-Unsubscribe': `<${stop}>${mail ?? ''}`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** Tells of an offer what a provider recognises it by, and when it was last checked. */
function entries(
  state: DirectoryState,
  language: string,
  today: string,
): (offer: Offer) => LetterEntry {
  const { directory, vocabulary } = state;
  const texts = textsFor(language);
  const context = {
    directory: directoryHead(state, today, []),
    providers: {},
    terms: termHeads(vocabulary, language, directory.language),
  };
  const tree = termTree(context.terms);
  const cardOf = (offer: Offer): Card => {
    const whole = toCard(offer, { tree, language: directory.language, lang: language, order: 0 });
    const [card = whole] = cardsOn(today, [whole], directory.calendar);
    const usual = card.schedule && rhythm(card.schedule, today, texts);
    return usual ? { ...card, rhythm: usual } : card;
  };
  const { badges, facts: headings } = texts.card;
  return (offer) => {
    const card = cardOf(offer);
    const view: PresentedOffer = {
      ...{ card, context, language },
      locale: texts,
      moment: { date: today },
      next: nextFrom(today)(card),
      // Providers know their offers by their own words.
      preference: { language: directory.language, original: true },
    };
    const { text, lang } = titleOf(view);
    const shown = facts(view).filter(([name]) => [headings.when, headings.where].includes(name));
    const { text: checked, by } = checkNote(card.checked, today, texts);
    return {
      title: text,
      lang,
      lines: [
        ...(card.status === 'paused' ? [badges.paused] : []),
        ...shown.map(([name, pieces]) => `${name}: ${pieces.map(written).join('')}`),
        [checked, by].filter(Boolean).join(' '),
      ],
    };
  };
}

function written(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'strong' in piece ? `${piece.strong}${piece.time ?? ''}` : piece.text;
}
