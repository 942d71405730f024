import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { directoryFile, offers } from './fixture.js';
import { office } from './office.js';
import { csv, row, rows } from './offers-table.js';
import { inShell } from './workplace.js';

const POSIX = process.platform === 'win32' && 'Windows has no such files';
const FULL = !existsSync('/dev/full') && 'only Linux has a disk that is always full';

/** An office with a table that leaves something to report, imported once. */
async function ready(context: TestContext) {
  const place = office(context);
  const table = csv([...rows(3), row(4, { Thema: 'Unsinn' })]);
  place.write('t.csv', table);
  const given = ['import', 't.csv', '--mapping', 'm.yaml'];
  const { code, stderr } = await place.vielfalt(given);
  assert.equal(code, 0, stderr);
  const kept = () =>
    Object.fromEntries(
      readdirSync(place.place).map((name) => [name, readFileSync(place.path(name), 'latin1')]),
    );
  return { ...place, given, table, kept };
}

/** Whatever is refused is refused in one sentence. */
function sentence(stderr: string): string {
  const [, said] = /^vielfalt \w+: ([^\n]+)\n$/.exec(stderr) ?? [];
  assert.ok(said, `no single line: ${stderr}`);
  return said;
}

describe('an output never takes the place of', () => {
  const outputs: [what: string, args: string[], said: RegExp][] = [
    ['the table', ['import', 't.csv', '--mapping', 'm.yaml', '--report', 't.csv'], /is read/],
    [
      'the table, on standard input',
      ['import', '-', '--mapping', 'm.yaml', '--report', 't.csv'],
      /is read/,
    ],
    [
      'the mapping',
      ['import', 't.csv', '--mapping', 'm.yaml', '--dry-run', '--report', 'm.yaml'],
      /is the mapping/,
    ],
    [
      'the table that a mapping is suggested for',
      ['import', 't.csv', '--suggest', '--mapping', 't.csv'],
      /is read/,
    ],
    [
      'the database',
      ['import', 't.csv', '--mapping', 'm.yaml', '--report', 'vielfalt.sqlite'],
      /is the database/,
    ],
    [
      'the database, by an export',
      ['export', '--format', 'json', '--output', './x/../vielfalt.sqlite'],
      /is the database/,
    ],
    ['the database, by a backup', ['backup', 'vielfalt.sqlite'], /is the database/],
    [
      'the database’s log',
      ['import', 't.csv', '--mapping', 'm.yaml', '--report', 'vielfalt.sqlite-wal'],
      /a part of the database/,
    ],
    [
      'the database’s memory',
      ['export', '--format', 'json', '--output', 'vielfalt.sqlite-shm'],
      /a part of/,
    ],
    ['the database’s journal', ['backup', 'vielfalt.sqlite-journal'], /a part of the database/],
  ];
  for (const [what, args, said] of outputs) {
    test(`${what}, not even by force`, async (context) => {
      const { vielfalt, kept, path } = await ready(context);
      const before = kept();
      const forced = args[0] === 'backup' ? args : [...args, '--force'];
      const { code, stdout, stderr } = args.includes('-')
        ? await inShell(path('.'), forced, '< t.csv')
        : await vielfalt(forced);
      assert.match(sentence(stderr), said);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.deepEqual(kept(), before);
    });
  }

  test(
    'links to them, soft or hard, or a link that leads nowhere',
    { skip: POSIX },
    async (context) => {
      const { vielfalt, given, path } = await ready(context);
      for (const name of ['t.csv', 'm.yaml', 'vielfalt.sqlite']) {
        symlinkSync(name, path(`soft-${name}`));
        linkSync(path(name), path(`hard-${name}`));
      }
      symlinkSync('vielfalt.sqlite-wal', path('nowhere.csv'));
      const before = (({ 'nowhere.csv': _, ...rest }) => rest)({ ...readable(path('.')) });
      for (const name of Object.keys(before).filter((each) => /^(?:soft|hard)-/.test(each))) {
        const { code, stderr } = await vielfalt([...given, '--force', '--report', name]);
        assert.match(sentence(stderr), /is the (?:file that is read|mapping|database)/);
        assert.equal(code, 2);
      }
      const { code, stderr } = await vielfalt([...given, '--force', '--report', 'nowhere.csv']);
      assert.match(
        sentence(stderr),
        /a part of the database|a link to something that is not there/,
      );
      assert.notEqual(code, 0);
      assert.equal(existsSync(path('vielfalt.sqlite-wal')), false);
      assert.deepEqual(readable(path('.')), before);
    },
  );

  test('a database that is still to be made', async (context) => {
    const { vielfalt, write, database } = office(context);
    write('t.csv', csv(rows(2)));
    const given = ['import', 't.csv', '--mapping', 'm.yaml', '--report'];
    for (const name of ['vielfalt.sqlite', 'vielfalt.sqlite-wal']) {
      assert.equal((await vielfalt([...given, name])).code, 2);
    }
    assert.equal(existsSync(database), false);
  });

  test('what standard output is led into', { skip: POSIX }, async (context) => {
    const { given, path, kept } = await ready(context);
    const before = kept();
    for (const [args, into] of [
      [given, '>> t.csv'],
      [given, '>> m.yaml'],
      [['check'], '>> vielfalt.sqlite'],
      [['export'], '>> vielfalt.sqlite'],
    ] as const) {
      const { code, stderr } = await inShell(path('.'), args, into);
      assert.match(sentence(stderr), /^Standard output is the .* never overwritten/);
      assert.equal(code, 2);
    }
    assert.deepEqual(kept(), before);
    const twice = await inShell(path('.'), [...given, '--report', 'r.csv'], '> r.csv');
    assert.match(sentence(twice.stderr), /^r\.csv is what is printed into already/);
    const both = await inShell(path('.'), [...given, '--json', '--report', '/dev/stdout'], '');
    assert.match(sentence(both.stderr), /would both be printed/);
  });
});

/** The files of a folder, links that lead nowhere left out. */
function readable(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => existsSync(`${folder}/${name}`))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'latin1')]),
  );
}

describe('what is there already', () => {
  test('is replaced by a report where it is one, else only by force', async (context) => {
    const { vielfalt, given, write, path } = await ready(context);
    const report = () => vielfalt([...given, '--report', 'r.csv']);
    assert.equal((await report()).code, 0);
    const first = readFileSync(path('r.csv'), 'utf8');
    assert.match(first, /Unsinn/);
    assert.equal((await report()).code, 0);
    for (const precious of [
      'Name;Telefon\nErika;030 23125 123\n',
      'Line;Notes\n',
      '{"vielfalt": 1}',
    ]) {
      write('r.csv', precious);
      const { code, stderr } = await report();
      assert.match(sentence(stderr), /^r\.csv is there already, and is no report .* pass --force/);
      assert.equal(code, 2);
      assert.equal(readFileSync(path('r.csv'), 'utf8'), precious);
    }
    assert.equal((await vielfalt([...given, '--force', '--report', 'r.csv'])).code, 0);
    assert.equal(readFileSync(path('r.csv'), 'utf8'), first);
    write('r.csv', '');
    assert.equal((await report()).code, 0, 'nothing is lost with an empty file');
  });

  test('is replaced by an export where it is one of its format, as it was written', async (context) => {
    const { vielfalt, write, path } = await ready(context);
    for (const format of ['json', 'csv', 'xlsx']) {
      const name = `all.${format}`;
      const exported = (...more: string[]) => vielfalt(['export', '--output', name, ...more]);
      assert.equal((await exported()).code, 0);
      assert.equal((await exported()).code, 0, `${name} again`);
      write(name, 'Angebot;Ort\nKurs;Witten\n');
      const { code, stderr } = await exported();
      assert.match(sentence(stderr), /is there already, and is no export in \w+ as it was written/);
      assert.equal(code, 2);
      assert.match(readFileSync(path(name), 'utf8'), /^Angebot/);
      assert.equal((await exported('--force')).code, 0);
    }
    const byHand = JSON.stringify(directoryFile(offers(2)));
    write('all.json', byHand);
    assert.equal((await vielfalt(['export', '--output', 'all.json'])).code, 2);
    assert.equal(readFileSync(path('all.json'), 'utf8'), byHand);
  });

  test('keeps its permissions, and a link stays one', { skip: POSIX }, async (context) => {
    const { vielfalt, given, path, place } = await ready(context);
    await vielfalt([...given, '--report', 'r.csv']);
    chmodSync(path('r.csv'), 0o640);
    symlinkSync('r.csv', path('latest.csv'));
    assert.equal((await vielfalt([...given, '--report', 'latest.csv'])).code, 0);
    assert.equal(statSync(path('r.csv')).mode & 0o777, 0o640);
    assert.deepEqual(
      readdirSync(place).filter((name) => name.endsWith('.part')),
      [],
    );
  });
});

describe('an output that cannot be written', () => {
  test('stops the import before anything is changed', async (context) => {
    const { vielfalt, given, write, kept } = await ready(context);
    write('t.csv', csv(rows(5)));
    const before = kept();
    for (const name of ['none/r.csv', '.', 't.csv/r.csv', 'x'.repeat(300), '']) {
      const { code, stdout, stderr } = await vielfalt([...given, '--report', name]);
      assert.match(sentence(stderr), /cannot be written|is empty/);
      assert.equal(code, name === '' ? 2 : 4);
      assert.equal(stdout, '');
    }
    assert.deepEqual(kept(), before);
  });

  test('a report of what is no table, too', async (context) => {
    const { vielfalt, write, database } = office(context);
    write('a.json', directoryFile(offers(2)));
    const { code, stderr } = await vielfalt(['import', 'a.json', '--report', 'r.csv']);
    assert.match(sentence(stderr), /--report writes rows of a table/);
    assert.equal(code, 2);
    assert.equal(existsSync(database), false);
  });

  test('after the import, says that it has happened', { skip: FULL }, async (context) => {
    const { given, write, path, vielfalt } = await ready(context);
    const happened =
      /^The import has happened: revision (\d); source kreis: offers added 1, .* But: .*: the disk is full/;
    for (const [index, [more, into]] of (
      [
        [['--report', '/dev/full'], ''],
        [['--json'], '> /dev/full'],
        [[], '> /dev/full'],
        [['--report', '/dev/stdout'], '> /dev/full'],
      ] as const
    ).entries()) {
      write('t.csv', csv(rows(5 + index)));
      const { code, stderr } = await inShell(
        path('.'),
        [...given, '--allow-retiring', ...more],
        into,
      );
      assert.match(
        stderr.replace(/^(?!vielfalt ).*\n/gm, '').replace('vielfalt import: ', ''),
        happened,
      );
      assert.equal(code, 5);
      assert.equal(
        happened.exec(sentence(stderr.split('\n').slice(-2).join('\n')))?.[1],
        String(index + 2),
      );
    }
    assert.match((await vielfalt(['history'])).stdout, /revision 5\n/);
  });

  test('says so where nothing was to be changed', { skip: FULL }, async (context) => {
    const { given, path } = await ready(context);
    for (const args of [
      ['check'],
      ['check', '--json'],
      ['check', '--csv'],
      ['export'],
      ['history'],
      [...given, '--dry-run'],
      ['--help'],
      ['import', '--help'],
    ]) {
      const { code, stderr } = await inShell(path('.'), args, '> /dev/full');
      assert.match(
        stderr,
        /^vielfalt \S+: Standard output cannot be written: the disk is full; make room\.\n$/,
      );
      assert.equal(code, 4);
    }
    const undo = await inShell(path('.'), ['undo'], '> /dev/full');
    assert.match(
      sentence(undo.stderr),
      /^Import 1 is taken back: revision 2\. But: .*the disk is full/,
    );
    assert.equal(undo.code, 5);
    const deaf = await inShell(path('.'), given, '2> /dev/full');
    assert.equal(deaf.code, 0);
  });

  test(
    'since its reader has gone, is an error of none but an import',
    { skip: POSIX },
    async (context) => {
      const { given, write, path, vielfalt } = await ready(context);
      for (const args of [['export'], ['check', '--json']]) {
        const { stdout, stderr } = await inShell(path('.'), args, '| head -n 1');
        assert.match(stdout, /^\{\n$/);
        assert.doesNotMatch(stderr, /\bat |Error|cannot/);
      }
      write('t.csv', csv(rows(6)));
      const { code, stderr } = await inShell(path('.'), given, '> >(exit)', '');
      assert.match(stderr, /The import has happened: revision 2; .* But: .*has gone/);
      assert.equal(code, 5);
      assert.match((await vielfalt(['history'])).stdout, /revision 2\n/);
    },
  );

  test('pipes and devices are written as they come', { skip: POSIX }, async (context) => {
    const { given, path } = await ready(context);
    const piped = await inShell(path('.'), [...given, '--report', '/dev/stdout'], '| cat');
    assert.match(piped.stdout, /^\ufeffLine;Faults;.*\r\n.*Unsinn[^\n]*\r\n$/s);
    assert.match(piped.stderr, /revision 1\n$/);
    const nothing = await inShell(path('.'), [...given, '--report', '/dev/null'], '');
    assert.equal(nothing.code, 0);
    const named = await inShell(
      path('.'),
      ['export', '--output', 'pipe', '--format', 'csv'],
      '& cat pipe; wait',
      'mkfifo pipe; ',
    );
    assert.match(named.stdout, /^\ufefftable;/);
  });
});
