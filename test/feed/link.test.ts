import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeLink } from '@vielfalt/feed';

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

test('links that lead to a page, a mailbox or a telephone', () => {
  for (const link of [
    'https://example.org/kurs?a=1&b=ü#da',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'https://example.org/@name?to=a@example.org#@',
    'mailto:office@example.org',
    'tel:+493023125123',
  ]) {
    assert.equal(safeLink(link), link);
  }
  assert.equal(safeLink('  https://example.org\n'), 'https://example.org');
});

for (const link of [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  'javascript&colon;alert(1)',
  'https\n:alert(1)',
  'https://exam\nple.org',
  'https://example.org\t.example.com',
  'https://example.org/\u0085',
  'https:\u0000//example.org',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'view-source:https://example.org',
  '//example.org',
  '/kurs',
  'kurs',
  'example.org',
  'xhttps://example.org',
  ':https://example.org',
  'https://name@example.org',
  'https://bank.example:443@example.org/konto',
  'https:name@example.org',
  'https:\\\\name@example.org',
  '',
  ' ',
]) {
  test(`no link: ${JSON.stringify(link)}`, () => assert.equal(safeLink(link), undefined));
}

test('whatever is let through, a browser reads as one of the four schemes', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...SCHEMES,
      'javascript:',
      'data:',
      'java',
      'script:',
      '\t',
      '\n',
      ' ',
      '//',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const link = safeLink(parts.join(''));
      if (link === undefined || !URL.canParse(link, 'https://host.example/page')) return;
      assert.ok(SCHEMES.includes(new URL(link, 'https://host.example/page').protocol), link);
    }),
    { numRuns: 1_000 },
  );
});
