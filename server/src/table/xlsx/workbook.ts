import type { Archive } from './archive.js';
import { builtInFormat, formatOf, type NumberFormat } from './number-format.js';
import { decodeText } from './text.js';
import { readXml } from './xml-reader.js';

export interface SheetPart {
  readonly name: string;
  /** Its path in the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

/** The parts of a workbook, and what is needed to understand its cells. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly stringsPart: string;
  readonly from1904: boolean;
  /** The formats by the number of a cell's style. */
  readonly formats: readonly (NumberFormat | undefined)[];
}

interface Relation {
  target: string;
  /** The last word of its type: `worksheet`, `styles` … */
  type: string;
}

/** @throws XmlError */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await relations(archive, '', '_rels/.rels');
  const part =
    [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const links = await relations(
    archive,
    folder,
    `${folder}_rels/${part.slice(folder.length)}.rels`,
  );
  const partOf = (wanted: string) =>
    [...links.values()].find(({ type }) => type === wanted)?.target ?? '';
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(archive.read(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const link = links.get(id);
      if (link?.type !== 'worksheet') return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: decodeText(attributes.name ?? ''), part: link.target, isHidden });
    },
  });
  return {
    sheets,
    from1904,
    stringsPart: partOf('sharedStrings'),
    formats: await readFormats(archive, partOf('styles')),
  };
}

/** Returns the links from one part to others, by their ids (ECMA-376, part 2, 6.5). */
async function relations(
  archive: Archive,
  folder: string,
  part: string,
): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  await readXml(archive.read(part), {
    open: (name, { Id, Target = '', TargetMode, Type = '' }) => {
      if (name !== 'Relationship' || !Id || TargetMode === 'External') return;
      const base = `file:///${folder}`;
      if (!URL.canParse(Target, base)) return;
      const target = new URL(Target, base).pathname.slice(1);
      found.set(Id, { target, type: Type.slice(Type.lastIndexOf('/') + 1) });
    },
  });
  return found;
}

async function readFormats(archive: Archive, part: string): Promise<(NumberFormat | undefined)[]> {
  const own = new Map<number, NumberFormat | undefined>();
  const formats: (NumberFormat | undefined)[] = [];
  let isCellStyle = false;
  await readXml(archive.read(part), {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId);
      if (name === 'numFmt') own.set(id, formatOf(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) {
        formats.push(own.has(id) ? own.get(id) : builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}
