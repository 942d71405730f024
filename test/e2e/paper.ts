import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

/** A sheet of A4 between margins of 10 mm, in CSS pixels. */
export const PAPER = { width: 718, height: 1047 };
const MARGIN = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' };

/** What the decoder leaves on the page. */
interface Decoder {
  jsQR(data: Uint8ClampedArray, width: number, height: number): { data: string } | null;
}

const decoder = readFile(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');

/** The text of the QR code that a telephone's camera would see; nothing where it sees none. */
export async function readCode(code: Locator): Promise<string | undefined> {
  const photo = await code.screenshot({ scale: 'device' });
  const desk = await code.page().context().newPage();
  try {
    await desk.evaluate(await decoder);
    return await desk.evaluate(async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const { width, height } = picture;
      const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, width, height);
      return (globalThis as unknown as Decoder).jsQR(data, width, height)?.data;
    }, photo.toString('base64'));
  } finally {
    await desk.close();
  }
}

/**
 * The addresses that each sheet links to once the page is printed on A4: what a PDF file says of its
 * pages' links is plain text.
 */
export async function printedLinks(page: Page): Promise<string[][]> {
  const file = (await page.pdf({ format: 'A4', margin: MARGIN, tagged: false })).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\s(.*?)endobj/gs)].map(([, id, text]) => [id, text ?? '']),
  );
  return [...objects.values()]
    .filter((text) => /\/Type \/Page\b/.test(text))
    .map((sheet) =>
      [...(/\/Annots \[(.*?)\]/s.exec(sheet)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].flatMap(
        ([, id]) => /\/URI \((.*?)\)/.exec(objects.get(id) ?? '')?.[1] ?? [],
      ),
    );
}
