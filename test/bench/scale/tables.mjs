// What was measured, as tables.

const shown = (value, unit = '') => {
  if (value === undefined) return '–';
  if (typeof value === 'string') return value;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)}${unit && ` ${unit}`}`;
};

const plain = (value) => shown(value);

function print(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const [head, ...rest] = rows;
  console.log(
    [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`].join('\n'),
  );
  for (const row of rest) console.log(line(row));
}

/** All of one size. @param measured what each answerer did, by name */
export function printSize(size, measured) {
  console.log(`\n${size.toLocaleString('en')} offers\n`);
  const kinds = ['facets', 'near', 'words'];
  const heads = kinds.flatMap((kind) => [`${kind}: p50, ms`, 'p95', 'work']);
  const answers = [['', ...heads]];
  const rest = [
    [
      '',
      'memory',
      'start to ready',
      'import',
      'its memory',
      'prepare',
      'its memory',
      'shown after',
      'by two',
      'waits behind others',
      'behind an import',
    ],
  ];
  for (const [name, it] of measured) {
    const { resident, ready, imported, prepared, shownAfter, bothAfter, waitBehind, waitImport } =
      it;
    const times = kinds.map((kind) => it[kind] ?? {});
    answers.push([name, ...times.flatMap(({ p50, p95, work }) => [p50, p95, work].map(plain))]);
    rest.push([
      ...[name, shown(resident, 'MB'), shown(ready, 's')],
      ...[imported, prepared].flatMap((step) => [
        shown(step?.seconds, 's'),
        shown(step?.megabytes, 'MB'),
      ]),
      ...[shownAfter, bothAfter].map((each) => shown(each, 's')),
      ...[waitBehind, waitImport].map((each) => shown(each, 'ms')),
    ]);
  }
  print(answers);
  console.log('\nWork: milliseconds of processor time for an answer.\n');
  print(rest);
  console.log(
    '\nBy two: until two processes both show a small import. Waits: the longest of a remembered answer.',
  );
  const kept = [...measured].filter(([, { isKept }]) => isKept).map(([name]) => name);
  if (kept.length > 0)
    console.log(`\nFrom an earlier run: import and prepare of ${kept.join(', ')}.`);
  for (const [name, { leftOut }] of measured) {
    if (leftOut) console.log(`\n${name} was left out: ${leftOut}.`);
  }
}

const p95 = (kind) => (it) => it?.[kind]?.p95;

/** What is to be reached: of which home, at which size. */
const GOALS = [
  ...[
    [5_500, 8],
    [10_000, 15],
  ].flatMap(([size, goal]) => [
    { what: 'cold facets, p95', home: 'memory', size, goal, unit: 'ms', of: p95('facets') },
    { what: 'cold near, p95', home: 'memory', size, goal, unit: 'ms', of: p95('near') },
  ]),
  ...[
    ['SQLite', 15, 50],
    ['PostgreSQL', 10, 60],
  ].flatMap(([home, small, large]) => [
    { what: 'words, p95', home, size: 55_000, goal: small, unit: 'ms', of: p95('words') },
    { what: 'words, p95', home, size: 550_000, goal: large, unit: 'ms', of: p95('words') },
  ]),
  { what: 'facets and counts, p95', home: 'PostgreSQL', size: 550_000, goal: 80, unit: 'ms', of: p95('facets') }, // prettier-ignore
  ...['SQLite', 'PostgreSQL'].flatMap((home) => [
    { what: 'memory of the service', home, size: 550_000, goal: 400, unit: 'MB', of: (it) => it?.resident }, // prettier-ignore
    { what: 'start to ready', home, size: 550_000, goal: 5, unit: 's', of: (it) => it?.ready },
  ]),
  ...['SQLite', 'PostgreSQL'].flatMap((home) =>
    [55_000, 550_000].flatMap((size) => [
      { what: 'two processes show an import', home, size, goal: 2, unit: 's', of: (it) => it?.bothAfter }, // prettier-ignore
      { what: 'a remembered answer behind others', home, size, goal: 25, unit: 'ms', of: (it) => it?.waitBehind }, // prettier-ignore
      { what: 'a remembered answer behind an import', home, size, goal: 25, unit: 'ms', of: (it) => it?.waitImport }, // prettier-ignore
    ]),
  ),
  ...['SQLite', 'PostgreSQL'].flatMap((home) => [
    { what: 'import of a file', home, size: 550_000, goal: 360, unit: 's', of: (it) => it?.imported?.seconds }, // prettier-ignore
    { what: 'memory of that import', home, size: 550_000, goal: 600, unit: 'MB', of: (it) => it?.imported?.megabytes }, // prettier-ignore
    { what: 'memory of making an edition', home, size: 550_000, goal: 600, unit: 'MB', of: (it) => it?.prepared?.megabytes }, // prettier-ignore
  ]),
];

/**
 * The goals, ours, and the peers beside it, with how many times theirs ours is.
 *
 * @param {Map<number, Map<string, object>>} bySize
 * @param {readonly string[]} homes those that are built
 * @param {readonly string[]} peers
 */
export function printGoals(bySize, homes, peers) {
  console.log('\nGoals\n');
  const rows = [['what', 'offers', 'home', 'goal', 'ours', ...peers]];
  for (const { what, home, size, goal, unit, of } of GOALS) {
    const measured = bySize.get(size);
    const ours = of(measured?.get(home));
    const isBuilt = homes.includes(home);
    const why = !isBuilt ? 'not built' : !measured ? 'not asked for' : 'not measured';
    const beside = peers.map((peer) => {
      const theirs = of(measured?.get(peer));
      if (theirs === undefined) return '–';
      return `${shown(theirs, unit)}${ours === undefined ? '' : ` (${(ours / theirs).toFixed(1)})`}`;
    });
    rows.push([
      ...[what, size.toLocaleString('en'), home, `${goal} ${unit}`],
      ours === undefined ? why : `${shown(ours, unit)}${ours <= goal ? '' : ', missed'}`,
      ...beside,
    ]);
  }
  print(rows);
  console.log(
    '\nIn brackets: ours, in times of theirs. Not measured here: midnight, for which the clock cannot be turned.',
  );
}

/** Says what a home that was left out would come to, on a line through the two largest sizes. */
export function printExtrapolated(name, size, bySize) {
  const [small, large] = [...bySize]
    .flatMap(([count, measured]) => {
      const { resident, ready } = measured.get(name) ?? {};
      return resident === undefined ? [] : { count, resident, ready };
    })
    .slice(-2);
  if (!large) return;
  const at = (key) =>
    large[key] + ((large[key] - small[key]) / (large.count - small.count)) * (size - large.count);
  console.log(
    `${name} at ${size.toLocaleString('en')}, extrapolated from ${small.count.toLocaleString('en')} and ` +
      `${large.count.toLocaleString('en')}, not measured: ${shown(at('resident'), 'MB')} of memory, ` +
      `${shown(at('ready'), 's')} from start to ready`,
  );
}
