import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { checkLanguage } from '../../languages/check.mjs';
import { Languages } from '../../languages/read.mjs';
import { readNotes, typeModules } from '../../scripts/languages.mjs';

const REPOSITORY = new URL('../../', import.meta.url);

/** The folder of languages with a further one of the given files. */
function withLanguage(test: TestContext, tag: string, files: Record<string, object>): Languages {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  test.after(() => rmSync(folder, { recursive: true }));
  for (const known of ['de', 'en', 'ar']) {
    cpSync(new URL(`languages/${known}`, REPOSITORY), join(folder, known), { recursive: true });
  }
  mkdirSync(join(folder, tag));
  for (const [name, texts] of Object.entries(files)) {
    writeFileSync(join(folder, tag, `${name}.json`), JSON.stringify(texts));
  }
  return new Languages(folder);
}

describe('the texts of languages', () => {
  const languages = new Languages();

  it('have the types that code is written against', async () => {
    for (const [path, text] of Object.entries(await typeModules())) {
      assert.equal(readFileSync(new URL(path, REPOSITORY), 'utf8'), text, 'npm run languages');
    }
  });

  for (const tag of languages.spoken) {
    it(`are right in "${tag}"`, () => {
      assert.deepEqual(checkLanguage(languages, tag, readNotes()).problems, []);
    });
  }

  it('are complete in the languages that stand for themselves', () => {
    // `de-simple` is German where nothing simpler is written.
    for (const tag of languages.spoken.filter((each) => !each.includes('-'))) {
      assert.deepEqual(checkLanguage(languages, tag, readNotes()).missing, [], tag);
    }
  });
});

describe('a mistake in a language', () => {
  const head = { name: 'Polski', direction: 'ltr' };
  const problemsOf = (test: TestContext, texts: object) => {
    const languages = withLanguage(test, 'pl', { language: head, interface: texts });
    return checkLanguage(languages, 'pl', readNotes());
  };

  it('is a name that is never filled in, and one that was lost', (test) => {
    const texts = { footer: { asOf: 'Stan: {dzień}', licence: 'Licencja: {nazwa}' } };
    const { problems } = problemsOf(test, texts);
    assert.deepEqual(problems, [
      'languages/pl/interface.json: footer.asOf has lost {date}.',
      'languages/pl/interface.json: footer.licence has {nazwa}, which is never filled in.',
      'languages/pl/interface.json: footer.licence has lost {name}.',
    ]);
  });

  it('is not that of digits of another script behind a name', (test) => {
    const texts = { choices: { filters: { nearOn: 'نزدیک من ({km۰۱۲۳۴۵۶۷۸۹} کیلومتر)' } } };
    assert.deepEqual(problemsOf(test, texts).problems, []);
    const { problems } = problemsOf(test, { choices: { filters: { nearOn: '{km۰۱}' } } });
    assert.deepEqual(problems, [
      'languages/pl/interface.json: choices.filters.nearOn has lost {km}.',
    ]);
  });

  it('is a form of a number that the language needs, or does not know', (test) => {
    const found = { one: '{count} oferta', two: '{count} oferty', other: '{count} oferty' };
    const { problems } = problemsOf(test, { frame: { found } });
    assert.deepEqual(problems, [
      'languages/pl/interface.json: frame.found has no form "few".',
      'languages/pl/interface.json: frame.found has no form "many".',
      'languages/pl/interface.json: frame.found has a form "two", which the language does not use.',
    ]);
  });

  it('is a text that there is not, or of another kind', (test) => {
    const { problems } = problemsOf(test, { frame: { fuond: 'x', found: 'y' } });
    assert.deepEqual(problems, [
      'languages/pl/interface.json: frame.fuond is not in the German file.',
      'languages/pl/interface.json: frame.found is not written like the German text.',
    ]);
  });

  it('is not a missing text, which another language has', (test) => {
    const { problems, missing } = problemsOf(test, { frame: { sort: 'Sortuj' } });
    assert.deepEqual(problems, []);
    assert.ok(missing.includes('interface.json: frame.label'));
    assert.ok(!missing.includes('interface.json: frame.sort'));
    assert.ok(missing.includes('formats.json: csv.yes'));
  });
});

interface Frame {
  frame: { sort: string; label: string; found: Record<string, string> };
}

describe('a language', () => {
  it('is found by its whole tag, then by less of it', (test) => {
    const simple = { language: { name: 'Einfache Sprache' }, interface: {} };
    const languages = withLanguage(test, 'de-simple', simple);
    assert.equal(languages.lookUp('de-simple'), 'de-simple');
    assert.equal(languages.lookUp('DE-Simple-x-town'), 'de-simple');
    assert.equal(languages.lookUp('de-AT'), 'de');
    assert.equal(languages.lookUp('ckb'), undefined);
  });

  it('says what it lacks in the language that its tag is cut to', (test) => {
    const found = { one: '1 Treffer', other: '{count} Treffer' };
    const languages = withLanguage(test, 'de-simple', {
      language: { name: 'Einfache Sprache' },
      interface: { frame: { found } },
    });
    const { frame } = languages.texts<Frame>('de-simple', 'interface');
    assert.deepEqual(frame.found, found);
    assert.equal(frame.sort, languages.texts<Frame>('de', 'interface').frame.sort);
  });

  it('that brings words for its dates has a locale that is its own', (test) => {
    const localeOf = (language: object) =>
      withLanguage(test, 'kmr', { language }).head('kmr')?.locale;
    assert.equal(localeOf({ name: 'Kurmancî', locale: 'de' }), 'de');
    assert.equal(localeOf({ name: 'Kurmancî', locale: 'de', words: {} }), 'de-x-kmr');
  });

  it('says it in the language that it names, else in English', (test) => {
    const sortOf = (fallback?: string) => {
      const language = { name: 'Kurdî', ...(fallback && { fallback }) };
      const languages = withLanguage(test, 'kmr', { language, interface: {} });
      return languages.texts<Frame>('kmr', 'interface').frame.sort;
    };
    assert.equal(sortOf(), 'Sort by');
    assert.equal(sortOf('ar'), 'الترتيب حسب');
  });
});
