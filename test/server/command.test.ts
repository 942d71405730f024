import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { directoryFile, offer, offers } from './fixture.js';
import { workplace } from './workplace.js';

describe('help', () => {
  test('vielfalt --help lists commands, examples and exit codes', async (context) => {
    const { vielfalt } = workplace(context);
    const { code, stdout, stderr } = await vielfalt(['--help']);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    for (const word of ['import', 'export', 'check', 'backup', 'serve', 'Examples', 'Exit codes']) {
      assert.match(stdout, new RegExp(word));
    }
  });

  for (const command of ['import', 'export', 'check', 'backup', 'serve']) {
    test(`vielfalt ${command} --help teaches by example and touches no database`, async (context) => {
      const { vielfalt, database } = workplace(context);
      const { code, stdout } = await vielfalt([command, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^vielfalt ${command}: .*\nUsage\n`, 's'));
      assert.match(stdout, /\nExamples\n/);
      assert.match(stdout, /\nExit codes\n/);
      assert.equal(existsSync(database), false);
    });
  }

  const wrong: [string[], RegExp][] = [
    [[], /^vielfalt: a directory of offers/],
    [['imprt'], /There is no command "imprt"\. Did you mean import\?/],
    [['constructor'], /There is no command "constructor"\./],
    [['import'], /Name a file/],
    [['import', 'a.json', 'b.json'], /One file at a time/],
    [['import', '--dryrun', 'a.json'], /There is no option --dryrun\. Did you mean --dry-run\?/],
    [['import', 'a.json', '--source'], /--source/],
    [['export', 'backup.json'], /pass --output backup\.json/],
    [['check', 'x'], /takes no file/],
    [['export', '--output', 'a.xls'], /\.xls, which is not an export format/],
    [['export', '--format', 'exel'], /There is no format "exel"/],
    [['backup'], /Name one file/],
    [['backup', 'a.sqlite', 'b.sqlite'], /Name one file/],
    [['serve', '--prot', '80'], /--prot/],
  ];
  for (const [args, said] of wrong) {
    test(`vielfalt ${args.join(' ')} is wrong usage`, async (context) => {
      const { vielfalt, database } = workplace(context);
      const { code, stdout, stderr } = await vielfalt(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.equal(existsSync(database), false);
    });
  }
});

describe('vielfalt import', () => {
  test('says what it did', async (context) => {
    const { vielfalt, write } = workplace(context);
    const { code, stdout, stderr } = await vielfalt([
      'import',
      write('a.json', directoryFile(offers(3))),
    ]);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^source office\n {2}offers {5}added 3, changed 0, unchanged 0, retired 0\n/,
    );
    assert.match(stdout, /\nrevision 1\n$/);
  });

  test('reads standard input, with the mark that some programs put before UTF-8', async (context) => {
    const { vielfalt } = workplace(context);
    const stdin = `\ufeff${JSON.stringify(directoryFile(offers(2)))}`;
    const { code, stdout } = await vielfalt(['import', '-'], { stdin });
    assert.equal(code, 0);
    assert.match(stdout, /added 2/);
  });

  test('a dry run tells the same and makes not even a database', async (context) => {
    const { vielfalt, write, database } = workplace(context);
    const name = write('a.json', directoryFile(offers(3)));
    const dry = await vielfalt(['import', name, '--dry-run']);
    assert.equal(dry.code, 0);
    assert.match(dry.stdout, /added 3.*A dry run: nothing was changed/s);
    assert.equal(existsSync(database), false);
    await vielfalt(['import', name]);
    const again = await vielfalt([
      'import',
      write('b.json', directoryFile(offers(4))),
      '--dry-run',
    ]);
    assert.match(again.stdout, /added 1, changed 0, unchanged 3/);
    assert.match((await vielfalt(['check'])).stdout, /^revision 1,/);
  });

  test('names faults and exits 1; only so many at once', async (context) => {
    const { vielfalt, write } = workplace(context);
    const file = directoryFile(offers(70, { topics: ['langage'] }));
    const { code, stdout, stderr } = await vielfalt(['import', write('a.json', file)]);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^a\.json has 70 faults; nothing was changed\.\n/);
    assert.match(
      stderr,
      /\n {2}offers\[0\]\.topics\[0\] \(record "0"\): "langage" .* Did you mean "language"\?\n/,
    );
    assert.match(stderr, /\n {2}and 20 more\n$/);
  });

  test('stops where much would be retired, and goes on when told to', async (context) => {
    const { vielfalt, write } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(10)))]);
    const less = write('b.json', directoryFile(offers(4)));
    const refused = await vielfalt(['import', less]);
    assert.equal(refused.code, 3);
    assert.match(refused.stderr, /source office: 6 of 10 offers would be retired/);
    assert.match(refused.stderr, /--allow-retiring/);
    const done = await vielfalt(['import', less, '--allow-retiring']);
    assert.equal(done.code, 0);
    assert.match(done.stdout, /retired 6/);
  });

  const bad: [string, string | Uint8Array, RegExp][] = [
    ['empty', '', /bad\.json is empty\./],
    [
      'not JSON',
      '{\n  "vielfalt": 1,\n  offers: []\n}',
      /line 3, column 3: a name in double quotes/,
    ],
    ['of another shape', '[{"name": "Kurs"}]', /JSON, but no file of Vielfalt/],
    ['in another encoding', Buffer.from('{"title": "Übung"}', 'latin1'), /Save it as UTF-8/],
  ];
  for (const [what, content, said] of bad) {
    test(`a file that is ${what} is a fault in the data`, async (context) => {
      const { vielfalt, write } = workplace(context);
      const { code, stderr } = await vielfalt(['import', write('bad.json', content)]);
      assert.equal(code, 1);
      assert.match(stderr, said);
    });
  }

  test('a file that is not there, or is a folder, is trouble', async (context) => {
    const { vielfalt, place } = workplace(context);
    mkdirSync(join(place, 'folder'));
    for (const [name, said] of [
      ['none.json', /There is no file none\.json\./],
      ['folder', /folder is a folder\./],
    ] as const) {
      const { code, stderr } = await vielfalt(['import', name]);
      assert.equal(code, 4);
      assert.match(stderr, said);
    }
  });

  test('a database that cannot be used is trouble, said in a sentence', async (context) => {
    const { vielfalt, write, place } = workplace(context);
    const name = write('a.json', directoryFile());
    write('letter.txt', 'Guten Tag. '.repeat(200));
    for (const [url, said] of [
      ['sqlite:letter.txt', /letter\.txt is no SQLite database/],
      [`sqlite:${place}`, /is a folder/],
      ['mysql://localhost', /is not the address of a database/],
    ] as const) {
      const { code, stderr } = await vielfalt(['import', name], { url });
      assert.equal(code, 4);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });
});

describe('vielfalt export', () => {
  test('into an empty database and out again is the same bytes', async (context) => {
    const { vielfalt, write } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(12)))]);
    await vielfalt(['import', write('b.json', directoryFile(offers(11)))]);
    const { stdout } = await vielfalt(['export']);
    assert.match(stdout, /"status": "retired"/);
    const url = 'sqlite:copy.sqlite';
    assert.equal((await vielfalt(['import', '-'], { url, stdin: stdout })).code, 0);
    assert.equal((await vielfalt(['export'], { url })).stdout, stdout);
    const back = await vielfalt(['import', '-'], { stdin: stdout });
    assert.match(back.stdout, /\nrevision 2\n$/);
  });

  test('writes a file whole, leaves no draft, and warns of what is in it', async (context) => {
    const { vielfalt, write, place, path } = workplace(context);
    const secret = offer('s', {
      contact: { name: 'Erika Musterfrau' },
      locations: [{ street: 'Versteckweg 1', visibility: 'on-request' }],
    });
    await vielfalt(['import', write('a.json', directoryFile([secret]))]);
    const all = await vielfalt(['export', '--output', 'all.json']);
    assert.equal(all.code, 0);
    assert.equal(all.stdout, '');
    assert.match(all.stderr, /on-request addresses \(1\) and names that are not public \(1\)/);
    const open = await vielfalt(['export', '--output', 'open.json', '--public']);
    assert.equal(open.stderr, '');
    assert.match(readFileSync(path('all.json'), 'utf8'), /Versteckweg/);
    assert.doesNotMatch(readFileSync(path('open.json'), 'utf8'), /Versteckweg|Musterfrau/);
    assert.deepEqual(
      readdirSync(place).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('what cannot be written is trouble and leaves nothing behind', async (context) => {
    const { vielfalt, write, place } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile())]);
    mkdirSync(join(place, 'folder'));
    for (const output of ['none/all.json', 'folder']) {
      const { code, stderr } = await vielfalt(['export', '--output', output]);
      assert.equal(code, 4);
      assert.match(stderr, /cannot be written/);
    }
    assert.deepEqual(
      readdirSync(place).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('one source alone; an unknown one is wrong usage', async (context) => {
    const { vielfalt, write } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(2)))]);
    const { stdout } = await vielfalt(['export', '--source', 'office']);
    assert.equal((JSON.parse(stdout) as DirectoryFile).offers.length, 2);
    const { code, stderr } = await vielfalt(['export', '--source', 'ofice']);
    assert.equal(code, 2);
    assert.match(stderr, /Did you mean office\?/);
  });

  test('without a database is trouble, and makes none', async (context) => {
    const { vielfalt, database } = workplace(context);
    for (const command of ['export', 'check']) {
      const { code, stderr } = await vielfalt([command]);
      assert.equal(code, 4);
      assert.match(stderr, /There is no database at .* Import a file first/);
    }
    assert.equal(existsSync(database), false);
  });
});

describe('vielfalt check', () => {
  test('a fresh directory has no findings', async (context) => {
    const { vielfalt, write } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(2, { topics: ['language'] })))]);
    const { code, stdout } = await vielfalt(['check']);
    assert.equal(code, 0);
    assert.match(stdout, /source office: 2 offers \(0 retired\), 1 providers \(0 retired\)/);
    assert.match(stdout, /nothing found/);
  });

  test('what has ended and what nobody has looked at for long is found', async (context) => {
    const { vielfalt, write } = workplace(context);
    const file = directoryFile([
      offer('over', { schedule: { validTo: '2020-01-31' } }),
      offer('old', { checked: { on: '2020-01-31' } }),
      offer('fine', { topics: ['language'] }),
    ]);
    await vielfalt(['import', write('a.json', file)]);
    const { code, stdout } = await vielfalt(['check', '--json']);
    assert.equal(code, 1);
    const report = JSON.parse(stdout) as {
      findings: { kind: string; record: string }[];
      information: { kind: string; field: string; value: string }[];
      counts: { [kind: string]: number };
    };
    assert.deepEqual(
      report.findings.map(({ kind, record }) => [kind, record]),
      [
        ['ended', 'over'],
        ['check-overdue', 'old'],
      ],
    );
    assert.equal(report.counts['never-checked'], 2);
    const unused = report.information.filter(({ kind }) => kind === 'unused-term');
    assert.ok(unused.some(({ value }) => value === 'counselling'));
    assert.ok(!unused.some(({ value }) => value === 'language'));
  });

  test('a table has a row for each, with what to do', async (context) => {
    const { vielfalt, write } = workplace(context);
    const over = offer('over', { title: '=Nähen; für alle', schedule: { validTo: '2020-01-31' } });
    await vielfalt(['import', write('a.json', directoryFile([over]))]);
    const { code, stdout } = await vielfalt(['check', '--csv']);
    assert.equal(code, 1);
    const [header, first] = stdout.split('\r\n');
    assert.equal(header, '\ufeffsource;record;title;finding;field;value;what to do');
    assert.match(first ?? '', /^office;over;"'=Nähen; für alle";.*;schedule\.validTo;2020-01-31;/);
    assert.equal((await vielfalt(['check', '--csv', '--json'])).code, 2);
  });

  test('text is grouped by kind, with counts, and not too much of each', async (context) => {
    const { vielfalt, write } = workplace(context);
    const file = directoryFile(offers(30, { schedule: { validTo: '2020-01-31' } }));
    await vielfalt(['import', write('a.json', file)]);
    const { stdout } = await vielfalt(['check']);
    assert.match(stdout, /\n {2}offers that have ended and are still published: 30\n/);
    assert.match(stdout, /\n {4}office "0" \(Angebot 0\) schedule\.validTo "2020-01-31"\n/);
    assert.match(stdout, /\n {4}and 10 more; --csv lists all\n/);
  });
});
