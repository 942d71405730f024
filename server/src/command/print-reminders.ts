import type { Addressee, DueProviders } from '../desk/letters/due.js';
import type { Outcome } from '../desk/letters/remind.js';
import { PAUSE_DAYS } from '../desk/letters/standing.js';
import type { Mail } from '../desk/mail.js';
import { publicAddress } from '../desk/letters/due.js';
import { visible, visibleLines } from '../text/visible.js';

/** Marks that keep names from changing a line's direction: a terminal shows them as signs. */
const ISOLATES = /[\u2066-\u2069]/g;

/** A mail as a terminal shows it: its text alone. */
export function printMail({ to, subject, text }: Mail): string {
  const lines = `To: ${to}\nSubject: ${subject}\n\n${text}`.replace(ISOLATES, '');
  return `${visibleLines(lines)}\n${'-'.repeat(72)}\n\n`;
}

/** What a run did, and what it leaves to the office. */
export function printReminders(
  { addressees, unreachable }: DueProviders,
  outcomes: ReadonlyMap<Addressee, Outcome>,
  { isDry }: { isDry: boolean },
): string {
  const sent = addressees.filter((each) => outcomes.get(each)?.kind === 'sent');
  const left = addressees.filter((each) => !outcomes.has(each));
  const held = sortedOut(addressees, outcomes);
  const blocks = [
    [
      `${isDry ? 'A dry run: nothing was sent or changed. Mails to send' : 'Mails sent'}: ${sent.length}${about(sent)}`,
    ],
    block('Not taken by the mail server', held.unsent),
    block('Not asked any more, since the run ended', left.map(named)),
    block('To be asked in another way, since no mail reaches them', [
      ...unreachable.map(
        (each) =>
          `${visible(each.name)}: ${publicAddress(each) === undefined ? 'no e-mail address' : `no mail can be sent to ${visible(publicAddress(each) ?? '')}`}`,
      ),
      ...held.ended,
    ]),
    block(
      `Perhaps asked: a run broke off, so they are not asked again for ${PAUSE_DAYS} days`,
      held.perhaps,
    ),
  ];
  if (held.written > 0) blocks.push([`Asked within the last ${PAUSE_DAYS} days: ${held.written}`]);
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function about(addressees: readonly Addressee[]): string {
  if (addressees.length === 0) return '';
  const providers = addressees.flatMap((each) => each.providers);
  const offers = providers.flatMap((each) => each.offers);
  return `, about ${counted(providers, 'provider')} and ${counted(offers, 'offer')}`;
}

function counted({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? '' : 's'}`;
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
}

function named({ address, providers }: Addressee): string {
  const names = providers.map(({ provider }) => visible(provider.name)).join(', ');
  return `${names} (${visible(address)})`;
}

/** What became of those who got no mail. */
function sortedOut(addressees: readonly Addressee[], outcomes: ReadonlyMap<Addressee, Outcome>) {
  const lines = {
    unsent: [] as string[],
    ended: [] as string[],
    perhaps: [] as string[],
    written: 0,
  };
  for (const addressee of addressees) {
    const outcome = outcomes.get(addressee);
    if (outcome?.kind === 'unsent') {
      const perhaps = outcome.fate === 'unknown' ? ' It may have been sent.' : '';
      lines.unsent.push(`${named(addressee)}: ${visible(outcome.message)}${perhaps}`);
    }
    if (outcome?.kind !== 'held') continue;
    const { why, since } = outcome.hindrance;
    const day = since.slice(0, 10);
    if (why === 'bounced') lines.ended.push(`${named(addressee)}: mails come back since ${day}`);
    if (why === 'unwanted')
      lines.ended.push(`${named(addressee)}: wants no reminders since ${day}`);
    if (why === 'stranger')
      lines.ended.push(`${named(addressee)}: is somebody else's, they said on ${day}`);
    if (why === 'perhaps') lines.perhaps.push(`${named(addressee)}: ${day}`);
    if (why === 'written') lines.written++;
  }
  return lines;
}
