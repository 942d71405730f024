import { ALL, EVERYONE_ENTRY, type AxisName, type InsightSource } from '../../insight/entries.js';
import { namedParts, type Parts } from '../../insight/tally.js';
import { labelOf } from '../labels.js';
import type { PageContext } from '../context.js';
import type { InsightTexts } from '../../languages/texts.js';

/** A page of insight with its texts. */
export interface InsightContext {
  context: PageContext;
  texts: InsightTexts;
}

/** The source of a page's numbers. */
export function insightSource({ site, view }: PageContext): InsightSource {
  return { answers: site.answers, terms: view.terms };
}

/** The name of an axis. */
export function axisLabel(axis: AxisName, { context, texts }: InsightContext): string {
  return axis === 'when' ? texts.when : context.texts.facets[axis];
}

/** The name of an entry where the one above it is in sight: `abends` below `Montag`. */
export function entryLabel(axis: AxisName, id: string, { context, texts }: InsightContext): string {
  if (id === ALL.id) return texts.all;
  if (id === EVERYONE_ENTRY.id) return texts.everyone;
  if (axis !== 'when') return labelOf(axis, id, context);
  const [day = '', time] = id.split('-');
  return time === undefined ? labelOf('day', day, context) : labelOf('time', time, context);
}

/** The name of an entry by itself: `Montag, abends`. */
export function fullLabel(axis: AxisName, id: string, words: InsightContext): string {
  const label = entryLabel(axis, id, words);
  const [day = '', time] = axis === 'when' ? id.split('-') : [];
  if (time === undefined) return label;
  return entryLabel(axis, day, words) + words.context.texts.card.comma + label;
}

/** Parts that are missing, in words: `Sport und Bewegung · Frauen`. */
export function partsLabel(parts: Parts, words: InsightContext): string {
  return namedParts(parts)
    .map(([name, id]) => fullLabel(name, id, words))
    .join(' · ');
}

/** Made once for each language: one takes longer than all numbers of a table. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(tag, options)));
  return format;
}

/** A number as the language writes it; `digits` after its decimal sign. */
export function number(value: number, { context }: InsightContext, digits = 0): string {
  return formatOf(context.texts.tag, { maximumFractionDigits: digits }).format(value);
}

/** A part of a whole: `75 %`. */
export function percent(part: number, { context }: InsightContext): string {
  return formatOf(context.texts.tag, { style: 'percent' }).format(part);
}
