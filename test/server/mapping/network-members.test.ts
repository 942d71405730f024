import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapOne, membersIn, named } from './network-rows.js';

describe('the members in a cell', () => {
  test('are set apart by lines, semicolons or commas', () => {
    const three = named('Kita Sonne', 'Schule am Bach', 'Jobcenter');
    assert.deepEqual(membersIn('Kita Sonne\nSchule am Bach\n- Jobcenter').members, three);
    assert.deepEqual(membersIn('Kita Sonne; Schule am Bach; Jobcenter').members, three);
    assert.deepEqual(membersIn('Kita Sonne, Schule am Bach, Jobcenter').members, three);
    assert.deepEqual(
      membersIn('Amt für Jugend, Familie und Sport; Jobcenter').members,
      named('Amt für Jugend, Familie und Sport', 'Jobcenter'),
    );
    assert.deepEqual(
      membersIn('Kita Sonne / Jobcenter', '{ column: Mitglieder, split: / }').members,
      named('Kita Sonne', 'Jobcenter'),
    );
  });

  test('may be providers whose names hold commas, and end in a legal form', () => {
    assert.deepEqual(
      membersIn('Jobcenter, Brückenbau, Witten, Lesen und mehr, e. V., Kita (Nord, Süd)'),
      {
        members: named(
          'Jobcenter',
          'Brückenbau, Witten',
          'Lesen und mehr, e. V.',
          'Kita (Nord, Süd)',
        ),
        remarks: [],
        aim: undefined,
      },
    );
  });

  test('are ticked in columns, each of which stands for one', () => {
    const columns =
      '{ ticked: { Amt: "Amt für Jugend, Familie und Sport", Verein: sv, Kita: Kita } }';
    const { network } = mapOne({ members: columns }, { Amt: 'x', Verein: 'ja', Kita: 'nein' });
    assert.deepEqual(network.members, [
      { name: 'Amt für Jugend, Familie und Sport' },
      { provider: 'sv' },
    ]);
  });

  test('are named by a provider’s key of the same source', () => {
    const { members } = membersIn('sv; bw');
    assert.deepEqual(members, [{ provider: 'sv' }, { name: 'bw' }]);
  });

  test('that stand there twice count once, and others that nobody names are left out', () => {
    assert.deepEqual(membersIn('Kita Sonne, Jobcenter, kita sonne, Hort u. a.'), {
      members: named('Kita Sonne', 'Jobcenter', 'Hort'),
      remarks: [
        'kita sonne: stands there twice, which counts once',
        'u. a.: names nobody, and is left out: name the others, if people are to find them',
      ],
      aim: undefined,
    });
    for (const others of ['usw.', 'u.a.', 'etc.', 'und viele weitere', '…', 'u. v. m.']) {
      assert.deepEqual(membersIn(`Hort, ${others}`).members, named('Hort'), others);
    }
    assert.deepEqual(membersIn('usw.').members, undefined);
    assert.deepEqual(membersIn('Hort; Hort (www.hort.example)').members, [
      { name: 'Hort', web: 'https://www.hort.example' },
    ]);
  });

  test('that are nearly a provider stay as they are written, with a remark', () => {
    assert.deepEqual(membersIn('Bildungswerk Hatingen, Kita'), {
      members: named('Bildungswerk Hatingen', 'Kita'),
      remarks: [
        'Bildungswerk Hatingen: may be “Bildungswerk Hattingen”: it stays as it is written. Write exactly that name if it is',
      ],
      aim: undefined,
    });
    assert.deepEqual(membersIn('sportverein gruen-weiss e. V.').remarks, []);
  });

  test('that go on after “sowie”, are counted through, or wrapped after commas', () => {
    const three = named('Kita Sonne', 'Hort', 'Schule');
    for (const cell of [
      'Kita Sonne, Hort sowie Schule',
      '1. Kita Sonne\n2. Hort\n3. Schule',
      '1. Kita Sonne 2. Hort 3. Schule',
      'a) Kita Sonne; b) Hort; c) Schule',
      'Kita Sonne,\nHort,\nSchule',
      'Kita Sonne,\nHort\nSchule',
      'Kita Sonne / Hort / Schule',
      '► Kita Sonne\n✓ „Hort“\n"Schule"',
      'Kita Sonne، Hort، Schule',
      'Kita Sonne؛ Hort؛ Schule',
    ]) {
      assert.deepEqual(membersIn(cell), { members: three, remarks: [], aim: undefined }, cell);
    }
    assert.deepEqual(membersIn('1. FC Köln; 2. Chance e. V.; Stadt / Jugendamt').members, [
      ...named('1. FC Köln', '2. Chance e. V.', 'Stadt / Jugendamt'),
    ]);
  });

  test('are two where “und” joins names of providers, else one', () => {
    assert.deepEqual(
      membersIn('Bildungswerk Hattingen und Brückenbau, Witten; Kinder und Jugend').members,
      named('Bildungswerk Hattingen', 'Brückenbau, Witten', 'Kinder und Jugend'),
    );
  });

  test('keep their web address, and no other way to reach them', () => {
    const reach = 'is a way to reach somebody and no name: it is left out. Put it into a column';
    const { members, remarks } = membersIn(
      'Hort (www.hort.example); Kita, Tel. 030 23125 100; info@schule.example; Treff, Hauptstr. 5, 58452 Witten; www.verein.example',
    );
    assert.deepEqual(members, [
      { name: 'Hort', web: 'https://www.hort.example' },
      ...named('Kita', 'Treff'),
    ]);
    assert.deepEqual(
      remarks.map((remark) => remark.split(` ${reach}`)[0]),
      [
        ...['Tel. 030 23125 100:', 'info@schule.example:', 'Hauptstr. 5, 58452 Witten:'],
        'https://www.verein.example:',
      ],
    );
  });

  test('have no brackets that tell how to reach somebody, and whom', () => {
    const { members, remarks } = membersIn(
      'Kita (Eva Muster, eva@kita.example); Hort (Muster, 030 23125 100); Tafel (www.tafel.example)',
    );
    assert.deepEqual(members, [
      ...named('Kita', 'Hort'),
      { name: 'Tafel', web: 'https://www.tafel.example' },
    ]);
    assert.deepEqual(
      remarks.map((remark) => remark.split(':')[0]),
      ['Eva Muster, eva@kita.example', 'Muster, 030 23125 100'],
    );
  });

  test('are organisations: persons are named nowhere but in the report', () => {
    const { members, remarks, aim } = membersIn(
      'Jobcenter (Frau Muster); Herr Beispiel; Polizei, Frau Muster; Muster, Eva <eva@example.org>; Frau Holle e. V.',
    );
    assert.deepEqual(members, named('Jobcenter', 'Polizei', 'Frau Holle e. V.'));
    assert.equal(remarks.length, 4);
    assert.ok(remarks.slice(0, 3).every((remark) => remark.includes('names a person')));
    assert.equal(aim, undefined);
  });

  test('are not counted: a number is nobody, unless it is a key', () => {
    const { members, remarks } = membersIn('12; Jobcenter; 30');
    assert.deepEqual(members, [{ provider: '12' }, { name: 'Jobcenter' }]);
    assert.deepEqual(remarks, ['30: names nobody, and is left out']);
  });

  test('are left out where the office says that they are not for the public', () => {
    const hidden = [
      'Zuflucht (geheim)',
      'Frauenhaus (nicht veröffentlichen!)',
      'Treff (nur intern)',
    ];
    const { members, remarks } = membersIn(`${hidden.join('; ')}; Internationaler Bund (Nord)`);
    assert.deepEqual(members, named('Internationaler Bund (Nord)'));
    assert.deepEqual(
      remarks,
      hidden.map((value) => `${value}: says that it is not for the public; it is left out`),
    );
  });

  test('are left out where the office is not sure of them', () => {
    const doubtful = [
      ...['Kita Sonne ?', 'evtl. Hort', 'Schule (angefragt)', 'Treff (ausgetreten 2024)'],
      ...['Bildungswerk Hattingen?', 'Polizei (?)'],
    ];
    const { members, remarks } = membersIn(`Jobcenter; ${doubtful.join('; ')}`);
    assert.deepEqual(members, named('Jobcenter'));
    assert.deepEqual(
      remarks,
      doubtful.map(
        (value) =>
          `${value}: is not sure to be a member, and left out: write the name alone once it is`,
      ),
    );
  });

  test('coordinate where they are named for it, the first of several', () => {
    const { network, remarks } = mapOne(
      { coordinator: 'Leitung' },
      { Leitung: 'Büro für Vielfalt (Frau Muster)\nJobcenter' },
    );
    assert.deepEqual(network.coordinator, { name: 'Büro für Vielfalt' });
    assert.deepEqual(
      remarks.map(({ value }) => value),
      ['Frau Muster', 'Jobcenter'],
    );
  });

  test('that are no names are kept as text', () => {
    const long = 'Wir treffen uns mit allen, '.repeat(20).trim();
    const { members, aim } = membersIn(`Kita Sonne; ${long}`);
    assert.deepEqual(members, named('Kita Sonne'));
    assert.equal(aim, `Mitglieder: ${long}`);
    const told = membersIn(`${long} Fragen an info@hort.example, Tel. 030 23125 100.; Hort`);
    assert.match(told.aim ?? '', /Fragen an , \.$/);
    assert.equal(told.remarks.length, 3);
  });
});
