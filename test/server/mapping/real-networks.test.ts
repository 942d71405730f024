import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nameKey, words } from '@vielfalt/feed';
import { plainText } from '../../../server/src/mapping/plain-text.js';
import { MemberReader } from '../../../server/src/office-text/index.js';
import { printCsv } from '../../../server/src/table/write-csv.js';
import { mappedBy, mended, suggest, written } from './suggest-harness.js';

const shared =
  process.env.VIELFALT_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const FILE = `${shared}/data/real/kartevonmorgen.json`;
const skip = !existsSync(FILE) && 'the real file is not there';

/** Real initiatives: what they are called, and what they say of themselves. */
function initiatives(): { name: string; about: string }[] {
  const { visible } = JSON.parse(readFileSync(FILE, 'utf8')) as {
    visible: { title: string; description: string }[];
  };
  return visible.map(({ title, description }) => ({
    name: plainText(title),
    about: plainText(description),
  }));
}

test('real names are members as they are, in whatever list', { skip }, () => {
  const names = initiatives().map(({ name }) => name);
  const known = names.map((name, at) => ({ name, source: 'office', record: `r${at}` }));
  for (const [providers, between] of [
    ...[';', '\n', ', '].map((each) => [known, each] as const),
    ...[';', '\n'].map((each) => [[], each] as const),
  ]) {
    const { members, remarks } = new MemberReader(providers, 'office').list(names.join(between));
    const found = members.map((member) => ('name' in member ? nameKey(member.name) : ''));
    assert.deepEqual(found, names.map(nameKey));
    assert.deepEqual(remarks, []);
  }
});

test(
  'real texts and names are a table of networks that is suggested, and loses none',
  { skip },
  async (context: TestContext) => {
    const all = initiatives();
    const rows = all.map(({ name, about }, at) => [
      ...[name, about],
      [1, 2, 3].map((step) => all[(at + step) % all.length]?.name).join('; '),
    ]);
    const csv = [...printCsv(['Netzwerk', 'Ziel', 'Mitglieder'], rows)].join('');
    const file = written(context, csv);
    const { mapped } = await mappedBy(mended(await suggest(file)), file);
    assert.equal(mapped.length, all.length);
    for (const [at, { network, faults }] of mapped.entries()) {
      assert.deepEqual(faults, []);
      assert.equal(network?.name, all[at]?.name);
      assert.deepEqual(words(network?.aim ?? ''), words(all[at]?.about ?? ''));
      assert.equal(network?.members?.length, 3);
    }
  },
);
