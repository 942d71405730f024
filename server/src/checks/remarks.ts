import type { RecordKind, Records } from '../store/store.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/** Remarks if a colon, a bracket, a dash or nothing follows: "Interne Medizin" is a ward. */
const REMARKS = String.raw`(?:nur )?intern(?:e[rsmn]?|al)?|(?:roh)?entwurf|(?:rough )?draft|test|vorlage|template|platzhalter|placeholder|to ?do|kopie|gelöscht|deleted|inaktiv|gesperrt`;
const BEHIND = String.raw`(?= *[:!)\]*|]| +[-–—] | *$)`;
/** Words that are remarks in capitals, whatever follows. */
const CAPITALS = /^(?:INTERN|INTERNAL|ENTWURF|DRAFT|TEST|VORLAGE|PLATZHALTER|TODO)(?![\p{L}-])/u;
const STARTS = [
  new RegExp(`^(?:${REMARKS})${BEHIND}`, 'iu'),
  CAPITALS,
  /^(?:bitte )?(?:noch )?nicht (?:\p{L}+ ){0,2}(?:veröff|veroeff|öffentlich|oeffentlich|freig|anzeig|online|publi)/iu,
  /^(?:please )?(?:do not|don[’']?t|not) (?:for |to )?(?:be )?(?:publi|show|shar)/iu,
  /^nur für (?:\p{L}+ )?(?:intern|büro|team|verwaltung|mitarbeit|dienstgebrauch)/iu,
  /^(?:test|probe|dummy|demo)[- ]?(?:eintrag|datensatz|angebot|offer|entry|record)(?!\p{L})/iu,
  /^(?:test|draft|entwurf) ?\d+$/iu,
  /^(?:kopie von|copy of|lorem ipsum)(?!\p{L})/iu,
];
/** Characters that may precede a remark: brackets, asterisks, dashes, spaces. */
const BEFORE = /^[^\p{L}\p{N}]+/u;
const LONGEST_VALUE = 80;

/**
 * Finds records whose name or text begins with a remark of the office: a draft, a test or
 * a note among colleagues is for nobody else. They stay: only the office knows what is meant.
 */
export function* checkRemarks(inspected: Inspected): Generator<Finding> {
  for (const { record, field, text = '' } of beginnings(inspected)) {
    const start = text.replace(BEFORE, '');
    if (!STARTS.some((pattern) => pattern.test(start))) continue;
    yield {
      kind: 'office-only',
      ...aboutRecord(record),
      field,
      value: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text,
      remedy:
        'It begins as a remark of the office does, and everybody reads it. Take the remark out, or the record out of the directory until it is ready.',
    };
  }
}

/** Yields the texts in which people begin to read. */
function* beginnings({ offers, providers, networks }: Inspected): Generator<{
  record: Records[RecordKind];
  field: string;
  text?: string | undefined;
}> {
  for (const record of offers) {
    yield { record, field: 'title', text: record.title };
    yield { record, field: 'summary', text: record.summary };
    yield { record, field: 'description', text: record.description };
  }
  for (const record of providers) {
    yield { record, field: 'name', text: record.name };
    yield { record, field: 'description', text: record.description };
  }
  for (const record of networks) {
    yield { record, field: 'name', text: record.name };
    yield { record, field: 'aim', text: record.aim };
  }
}
