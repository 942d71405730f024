import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { workplace } from './workplace.js';

export const SAMPLE = readFileSync(new URL('dictionaries/ukr-deu.tei', import.meta.url), 'utf8');
export const NAME = 'ukr-deu.tei';

/** A dictionary in TEI. */
export function tei(
  entries: Record<string, string>,
  availability = '<licence>CC BY 4.0</licence>',
): string {
  const body = Object.entries(entries).map(
    ([word, other]) =>
      `<entry><form><orth>${word}</orth></form><sense><cit type="trans"><quote>${other}</quote></cit></sense></entry>`,
  );
  return `<TEI><teiHeader><fileDesc><titleStmt><title>Sample</title></titleStmt><publicationStmt><availability>${availability}</availability></publicationStmt></fileDesc></teiHeader><text><body>${body.join('\n')}</body></text></TEI>`;
}

/** A workplace with a dictionary to add, and a database beside which it is put. */
export function desk(context: TestContext, content: string | Uint8Array = SAMPLE, name = NAME) {
  const place = workplace(context);
  // Of a database only that it is there matters.
  place.write('vielfalt.sqlite', '');
  place.write(name, content);
  return {
    ...place,
    add: (...more: string[]) => place.vielfalt(['dictionary', 'add', name, ...more]),
    lines: (id = 'ukr-deu') =>
      readFileSync(place.path(`dictionaries/${id}.words`), 'utf8')
        .trim()
        .split('\n')
        .slice(1),
  };
}
