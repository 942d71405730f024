/** Errors that spreadsheets show for a failed formula, in English and German, and their causes. */
const CAUSES: readonly [codes: RegExp, cause: string][] = [
  [/^#(?:N\/A|NV|N\/D|YOK)[!?]?$/i, 'a look-up has found nothing'],
  [/^#(?:REF|BEZUG|BAŞV)!$/i, 'a formula names a cell that is gone'],
  [/^#NAME\?$|^#(?:AD|NOM)\?$/i, 'a formula has a word that the program does not know'],
  [/^#(?:DIV|SAYI)\/0!$/i, 'a formula divides by nothing'],
  [/^#(?:VALUE|WERT|VALEUR|DEĞER)!$/i, 'a formula calculates with a text'],
  [/^#(?:NUM|ZAHL)!$/i, 'a formula calculates with a number that it cannot take'],
  [/^#(?:NULL|LEER)!$/i, 'a formula joins cells that have nothing in common'],
  [/^#(?:SPILL|ÜBERLAUF|UEBERLAUF)!$/i, 'a formula has no room for its result'],
  [
    /^#(?:CALC|KALK|FIELD|FELD|BLOCKED|BLOCKIERT|UNKNOWN|UNBEKANNT|CONNECT|BUSY|PYTHON|EXTERNAL|ERROR|GETTING_DATA|DATEN_ABRUFEN)[!?]?$/i,
    'a formula has failed',
  ],
  [/^Err:5\d\d$/i, 'a formula has failed'],
  [/^#{3,}$/, 'the column was too narrow to show what is in it'],
];

/** Says why a cell shows a spreadsheet's error instead of a value; undefined where it does not. */
export function sheetError(text: string): string | undefined {
  if (text.length > 20 || !/^#|^Err:/i.test(text)) return undefined;
  return CAUSES.find(([codes]) => codes.test(text))?.[1];
}
