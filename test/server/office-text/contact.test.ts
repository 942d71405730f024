import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  readContact,
  readEmail,
  readPhone,
  readWeb,
} from '../../../server/src/office-text/index.js';

describe('a cell with several ways to reach somebody', () => {
  for (const [text, contact, rest] of [
    ['Tel. 030 23125-112', { phone: '030 23125-112' }, ''],
    [
      'Frau Muster, Tel.: 030 23125 112, muster@example.org',
      { name: 'Frau Muster', phone: '030 23125 112', email: 'muster@example.org' },
      '',
    ],
    [
      'Beratungsstelle\nTelefon: 030/23125 118\nFax: 030/23125 119\nE-Mail: info@example.org\nhttps://www.example.org/x?a=1&amp;b=2',
      {
        role: 'Beratungsstelle',
        phone: '030/23125 118',
        email: 'info@example.org',
        web: 'https://www.example.org/x?a=1&b=2',
      },
      'Fax: 030/23125 119',
    ],
    [
      'Rieke Sandkuhle 030 23125-121 ehrenamt@example.org',
      { name: 'Rieke Sandkuhle', phone: '030 23125-121', email: 'ehrenamt@example.org' },
      '',
    ],
    ['030 23125 112; 0152 28895456', { phone: '030 23125 112' }, '0152 28895456'],
    ['nur vormittags', {}, 'nur vormittags'],
    ['a@b', {}, 'a@b'],
    ['', {}, ''],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(readContact(text), { contact, rest });
    });
  }
});

test('a name is never taken for a function, which everybody may see', () => {
  for (const name of ['Frau Zentrum', 'Herr Dr. Amtmann', 'Ansprechpartnerin: Maria Muster']) {
    assert.equal(readContact(name).contact.role, undefined, name);
  }
});

test('telephone numbers', () => {
  assert.equal(readPhone('Tel.: +49 (0)30 23125 112'), '+49 (0)30 23125 112');
  assert.equal(readPhone('030\u00a023125112'), '030 23125112');
  for (const none of ['', '111', '01.09.2026', '030 23125 oder 23126', 'auf Anfrage']) {
    assert.equal(readPhone(none), undefined, none);
  }
});

test('e-mail addresses', () => {
  assert.equal(readEmail('E-Mail: info@example.org'), 'info@example.org');
  assert.equal(readEmail('info(at)example.org'), 'info@example.org');
  assert.equal(readEmail('mailto:info@example.org'), 'info@example.org');
  for (const none of ['', 'info@example', 'a b@example.org', 'a@b@example.org']) {
    assert.equal(readEmail(none), undefined, none);
  }
});

test('addresses on the web', () => {
  assert.equal(readWeb('www.example.org/a'), 'https://www.example.org/a');
  assert.equal(readWeb('example.org'), 'https://example.org');
  assert.equal(readWeb('HTTP://example.org'), 'http://example.org');
  for (const none of [
    '',
    'keine',
    'javascript:alert(1)',
    'http://',
    'info@example.org',
    'Dr.Muster',
  ]) {
    assert.equal(readWeb(none), undefined, none);
  }
});
