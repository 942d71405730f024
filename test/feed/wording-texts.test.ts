import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  blocks,
  direction,
  hostOf,
  mailLink,
  reportWay,
  said,
  saidDescription,
  telephoneLink,
} from '@vielfalt/feed/wording';

describe('texts of an offer’s author', () => {
  const card = {
    title: 'Tee',
    summary: 'Wir trinken Tee.',
    excerpt: 'Jeden Tag …',
    translation: { language: 'en', by: 'machine' as const, texts: { title: 'Tea' } },
  };
  const reading = { language: 'de' };

  test('are translated where somebody has done so, and say who', () => {
    assert.deepEqual(said(card, 'title', reading), { text: 'Tea', lang: 'en', by: 'machine' });
    assert.deepEqual(said(card, 'summary', reading), { text: 'Wir trinken Tee.', lang: 'de' });
    assert.equal(said(card, 'bring', reading), undefined);
  });

  test('are the original for whoever asks for it', () => {
    const original = { ...reading, original: true };
    assert.deepEqual(said({ ...card, language: 'fr' }, 'title', original), {
      text: 'Tee',
      lang: 'fr',
    });
  });

  test('are the whole description where it is at hand, else its beginning', () => {
    const offer = {
      description: 'Jeden Tag um fünf.',
      translations: { en: { by: 'machine' as const, texts: { description: 'Daily at five.' } } },
    };
    assert.equal(saidDescription(card, undefined, reading)?.text, 'Jeden Tag …');
    assert.equal(saidDescription(card, offer, reading)?.text, 'Daily at five.');
    assert.equal(
      saidDescription(card, offer, { ...reading, original: true })?.text,
      'Jeden Tag um fünf.',
    );
  });

  test('become paragraphs and lists and nothing else', () => {
    assert.deepEqual(blocks('Bei uns gibt es:\n- Kaffee\n- Tee\n\nBis bald,\nIhr <b>Haus</b>'), [
      { isList: false, lines: ['Bei uns gibt es:'] },
      { isList: true, lines: ['Kaffee', 'Tee'] },
      { isList: false, lines: ['Bis bald,', 'Ihr <b>Haus</b>'] },
    ]);
  });

  test('run as their language does', () => {
    const tags = ['ar', 'fa-IR', 'ps', 'aii', 'ku-Arab', 'de', 'ku', 'az-Latn'];
    assert.deepEqual(
      tags.filter((tag) => direction(tag) === 'rtl'),
      ['ar', 'fa-IR', 'ps', 'aii', 'ku-Arab'],
    );
  });
});

describe('ways to reach somebody', () => {
  test('telephone numbers are dialled as offices write them', () => {
    assert.equal(telephoneLink('030 23125-123'), 'tel:03023125123');
    assert.equal(telephoneLink('+49 (0)30 23125 123'), 'tel:+493023125123');
    assert.equal(telephoneLink('0049 30/23125123'), 'tel:+493023125123');
  });

  test('a letter goes to one address alone', () => {
    assert.equal(
      mailLink('tee@example.org?bcc=x@example.org'),
      'mailto:tee@example.org%3Fbcc%3Dx%40example.org',
    );
  });

  test('of a web address people see the host', () => {
    assert.equal(hostOf('https://www.example.org/tee?x=1'), 'example.org');
    assert.equal(hostOf('nowhere'), 'nowhere');
  });

  test('a mistake is reported by a letter that names what it is about, or by form', () => {
    const page = 'https://example.org/offers/tee';
    const offer = { kind: 'offer', name: 'Tee & Kaffee?', slug: 'tee', page } as const;
    const words = { subject: 'Fehler', body: 'Guten Tag' };
    const texts = {
      offer: words,
      provider: { ...words, subject: 'Fehler beim Anbieter' },
      network: words,
    };
    const way = reportWay('vielfalt@example.org', offer, texts);
    assert.equal(way?.email, 'vielfalt@example.org');
    const letter = new URL(way.link);
    assert.equal(letter.pathname, 'vielfalt@example.org');
    assert.equal(letter.searchParams.get('subject'), 'Fehler: Tee & Kaffee?');
    assert.equal(
      letter.searchParams.get('body'),
      `Guten Tag\r\n\r\nTee & Kaffee? (tee)\r\n${page}\r\n`,
    );
    const provider = { ...offer, kind: 'provider' } as const;
    const other = new URL(reportWay('vielfalt@example.org', provider, texts)?.link ?? '');
    assert.equal(other.searchParams.get('subject'), 'Fehler beim Anbieter: Tee & Kaffee?');
    const form = 'https://example.org/form?lang=de';
    assert.deepEqual(reportWay(form, offer, texts), { link: `${form}&offer=tee` });
    assert.deepEqual(reportWay(form, provider, texts), { link: `${form}&provider=tee` });
    assert.equal(reportWay(undefined, offer, texts), undefined);
    assert.match(reportWay('javascript:alert(1)', offer, texts)?.link ?? '', /^mailto:/);
  });
});
