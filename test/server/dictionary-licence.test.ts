import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { licencesIn } from '../../server/src/dictionaries/licence.js';

const GPL = 'GNU General Public License';

/** What dictionaries say of their terms, the addresses of their links before the words of these. */
const SAID: readonly [text: string, ...licences: string[]][] = [
  [
    `Available under the terms of the http://www.gnu.org/licenses/gpl-3.0.html ${GPL} ver. 3.0 or later - see the file COPYING.`,
    `${GPL} 3.0 or later`,
  ],
  [
    `https://www.gnu.org/licenses/gpl.html ${GPL} ver. 3.0 and any later version`,
    `${GPL} 3.0 or later`,
  ],
  [`under the terms of the ${GPL} ver. 2.0 and any later version.`, `${GPL} 2.0 or later`],
  [
    `${GPL} as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version`,
    `${GPL} 2.0 or later`,
  ],
  ['GPLv3+', `${GPL} 3.0 or later`],
  ['GPL-2.0', `${GPL} 2.0`],
  ['http://www.gnu.org/licenses/gpl-2.0.html', `${GPL} 2.0`],
  [
    'https://www.gnu.org/licenses/agpl-3.0.html GNU AFFERO GENERAL PUBLIC LICENSE',
    'GNU Affero General Public License 3.0',
  ],
  ['GNU Lesser General Public License (LGPL) 2.1', 'GNU Lesser General Public License 2.1'],
  [
    'https://creativecommons.org/licenses/by-sa/3.0/ Creative Commons Attribution-ShareAlike 3.0 Unported and the https://www.gnu.org/copyleft/fdl.html GNU Free Documentation License (GFDL)',
    'CC BY-SA 3.0',
    'GNU Free Documentation License',
  ],
  ['https://creativecommons.org/licenses/by/3.0/', 'CC BY 3.0'],
  ['Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International', 'CC BY-NC-SA 4.0'],
  ['CC-BY-SA-4.0', 'CC BY-SA 4.0'],
  ['https://creativecommons.org/publicdomain/zero/1.0/ no rights reserved', 'CC0 1.0'],
  ['CC0', 'CC0 1.0'],
  ['Public Domain', 'public domain'],
  ['Open Database License', 'ODbL 1.0'],
];

describe('the licence of a dictionary', () => {
  for (const [text, ...licences] of SAID) {
    test(`is ${licences.join(' and ')} in “${text}”`, () => {
      assert.deepEqual(
        licencesIn(text).map(({ name }) => name),
        licences,
      );
    });
  }

  for (const text of [
    '',
    'Copyright (C) 2003 by Foo',
    'All rights reserved. Do not copy.',
    'This is not in the public domain.',
    'https://example.org/licence.html See there.',
  ]) {
    test(`is none in “${text}”`, () => assert.deepEqual(licencesIn(text), []));
  }

  test('is linked where its text stands', () => {
    const links = (text: string) => licencesIn(text).map(({ url }) => url);
    assert.deepEqual(links('CC BY-SA 4.0'), ['https://creativecommons.org/licenses/by-sa/4.0/']);
    assert.deepEqual(links('GNU GPL 3'), ['https://www.gnu.org/licenses/gpl-3.0.html']);
    assert.deepEqual(links('CC BY-SA'), [undefined]);
  });
});
