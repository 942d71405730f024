import { fold, type Offer } from '@vielfalt/feed';
import { note } from './note.js';
import { readNumber } from './number.js';

type Cost = NonNullable<Offer['cost']>;

const FREE = new Set(
  (
    'kostenlos|kostenfrei|kostenlose teilnahme|teilnahme kostenlos|die teilnahme ist kostenlos|frei|' +
    'eintritt frei|freier eintritt|gratis|umsonst|unentgeltlich|gebührenfrei|beitragsfrei|keine|' +
    'keine kosten|ohne kosten|kostet nichts|nein|free|free of charge|no charge|none'
  )
    .split('|')
    .map(fold),
);
const CURRENCIES: readonly [RegExp, string][] = [
  [/€|\beuro?s?\b/gi, 'EUR'],
  [/\bchf\b|\bsfr\.?/gi, 'CHF'],
  [/\$|\busd\b/gi, 'USD'],
  [/£|\bgbp\b/gi, 'GBP'],
  [/\bpln\b|\bzł/gi, 'PLN'],
];
/** Words beside a figure that make it not the price. */
const UNSURE =
  /\b(?:ab|bis|ca|circa|etwa|max|maximal|mind|mindestens|zwischen|oder|ermassigt|sonst|nicht|kostenlos|kostenfrei|frei|gratis|free|from|up to|about|or|minus|rabatt|nachlass|ermassigung|gutschein|gutschrift|erstattung|zuschuss|discount|refund)\b/;
const FIGURE = /\d+(?:[.,' ’]\d+)*(?:,\s?[-–—]{1,2})?/g;

/** A minus stands at the beginning or close to the figure; "Eintritt – 5 €" and "Kurs-5 €" have a dash. */
const MINUS = /(?:^|[:(])\s*[-−–]\s*(?:€\s*)?$|(?<![\p{L}\d])[-−–]€?$/u;
/** The figure is in brackets or has a minus after it, as bookkeepers write negative amounts. */
const BOOKED = /^[-−–+(), .]+$/;
/** The figure is only the decimals of one: ",50 €". */
const DECIMALS = /[.,]$/;

/** Says whether a text names one price, and a negative one. */
export function isBelowNothing(text: string): boolean {
  const [figure = '', ...others] = text.match(FIGURE) ?? [];
  return figure !== '' && others.length === 0 && MINUS.test(text.slice(0, text.indexOf(figure)));
}

/**
 * Reads what it costs. A figure or "free" stands alone only where the text says nothing else;
 * otherwise the text is kept, with an amount beside it where there is one price ("5 €/Monat") and
 * no doubt.
 */
export function readCost(text: string): Cost {
  const kept = note(text);
  if (!kept) return {};
  const said = fold(kept)
    .replace(/[.!]+$/, '')
    .trim();
  if (FREE.has(said)) return { free: true };
  const [figure = '', ...others] = kept.length <= 200 ? (kept.match(FIGURE) ?? []) : [];
  const amount = readNumber(figure);
  const currency = CURRENCIES.find(([pattern]) => kept.search(pattern) >= 0);
  const rest = said
    .replace(fold(figure), '')
    .replace(currency?.[0] ?? '', '')
    .trim();
  const before = kept.slice(0, kept.indexOf(figure));
  if (amount === undefined || others.length > 0) return { text: kept };
  if (MINUS.test(before) || DECIMALS.test(before) || BOOKED.test(rest)) return { text: kept };
  if (rest === '' && amount === 0) return { free: true };
  if (rest !== '' && (!currency || amount === 0 || UNSURE.test(rest))) return { text: kept };
  return {
    amount,
    ...(currency && currency[1] !== 'EUR' && { currency: currency[1] }),
    ...(rest !== '' && { text: kept }),
  };
}
