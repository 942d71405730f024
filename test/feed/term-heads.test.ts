import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearestTag, termHeads } from '@vielfalt/feed';
import { VOCABULARY } from './fixtures.js';

describe('the vocabulary in a language', () => {
  test('has labels in it, else in the directory’s own', () => {
    const { topic } = termHeads(VOCABULARY, 'en', 'de');
    assert.equal(topic['sport']?.label, 'the sport');
    assert.equal(termHeads(VOCABULARY, 'uk', 'de').topic['sport']?.label, 'SPORT');
    assert.deepEqual(topic['literacy']?.words, ['LITERACY', 'the literacy', 'Alphabetisierung']);
  });

  test('keeps the names that places have on the spot, where these are others', () => {
    const english = termHeads(VOCABULARY, 'en', 'de');
    assert.deepEqual(
      [english.place['witten']?.label, english.place['witten']?.local],
      ['the witten', 'WITTEN'],
    );
    assert.equal('local' in (english.topic['sport'] ?? {}), false);
    assert.equal('local' in (termHeads(VOCABULARY, 'de', 'de').place['witten'] ?? {}), false);
  });
});

describe('the nearest of some tags', () => {
  test('is one that means the same language, whichever of its names is written', () => {
    const tags = ['de', 'kmr', 'fa'];
    assert.equal(nearestTag(tags, 'ku'), 'kmr');
    assert.equal(nearestTag(['de', 'ku'], 'kmr'), 'ku');
    assert.equal(nearestTag(tags, 'prs'), 'fa');
    for (const other of ['ckb', 'not a tag', '']) assert.equal(nearestTag(tags, other), undefined);
  });
});
