import { words } from '@vielfalt/feed';
import type { Field, ReaderName } from './field.js';
import { stepsOf } from './fields.js';
import { addressSteps } from './tree.js';

/** The kind of content that a cell itself declares not for the public. */
export type OfficeOnly = 'address' | 'contact';

const CONTACT = new Set<ReaderName>(['contact', 'email', 'phone', 'web']);

/** Web and e-mail addresses: words in them are not remarks of the office ("info@intern.example"). */
const WRITTEN_ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+/gi;
/** A password in "https://name:password@…" (RFC 3986, 3.2.1) would let every reader in. */
const WITH_PASSWORD = /:\/\/[^\s/@]*:[^\s/@]*@/;
/** "Intern. Zentrum" is international, and "Interne Medizin" a ward. */
const BESIDE = /[([]\s*(?:nur\s+)?intern\s*[)\]]|\bintern\s*:|\bnur\s+intern\b/i;
const SAYS_SO = [
  String.raw`\b(?:nicht|nie|niemals) (?:\w+ ){0,2}(?:veroff|verof|offentlich|weiterg|weiterzu|herausg|publi|anzeig|nenn)\w*`,
  String.raw`\bnur (?:fur |furs )?(?:\w+ )?(?:buro|team|verwaltung|mitarbeit\w*|kolleg\w*|uns|dienstgebrauch)\b`,
  String.raw`\b(?:geheim|geheime|geheimgehalten|sperrvermerk|confidential|secret|unlisted)\b`,
  String.raw`\b(?:not|never|do not|don t) (?:for |to )?(?:be )?(?:publi|shar|show|passed? on|disclos)\w*`,
  String.raw`\bprivat(?:e|er|es)?(?:nummer|handy|telefon|adresse|anschrift| (?:nummer|adresse|anschrift))\b`,
].join('|');
/** A hotline may be "anonym und vertraulich", and a school private. */
const PATTERNS: Readonly<Record<OfficeOnly, RegExp>> = {
  address: new RegExp(String.raw`${SAYS_SO}|\b(?:vertraulich|schutzadresse)\b`),
  contact: new RegExp(String.raw`${SAYS_SO}|\b(?:privat|private)\b`),
};

/** Says whether a cell with an address or contact asks not to be published, and which of them it is. */
export function officeOnly(text: string, fields: readonly Field[]): OfficeOnly | undefined {
  const kinds = new Set(fields.map(kindOf));
  if (kinds.has('contact') && WITH_PASSWORD.test(text)) return 'contact';
  const bare = text.replace(WRITTEN_ADDRESS, ' ');
  const plain = words(bare).join(' ');
  return (['address', 'contact'] as const).find(
    (kind) => kinds.has(kind) && (BESIDE.test(bare) || PATTERNS[kind].test(plain)),
  );
}

function kindOf({ name, reader }: Field): OfficeOnly | undefined {
  if (CONTACT.has(reader)) return 'contact';
  if (reader === 'visibility' || reader === 'step-free') return undefined;
  return addressSteps(stepsOf(name)) && 'address';
}
