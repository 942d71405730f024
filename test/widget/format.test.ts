import { dayName } from '@vielfalt/feed/wording';
import { render } from 'lit';
import { distanceText } from '../../widget/src/format/distance.js';
import { prose } from '../../widget/src/format/prose.js';
import { readTag } from '../../widget/src/format/tag.js';
import { aroundTexts } from '../../widget/src/locales/around.js';
import { choiceTexts } from '../../widget/src/locales/choices.js';
import { withDetails } from '../../widget/src/locales/details.js';
import { filterTexts } from '../../widget/src/locales/filters.js';
import { footerTexts } from '../../widget/src/locales/footer.js';
import { hintTexts } from '../../widget/src/locales/hints.js';
import { builtIn, loadLocale, type Locale } from '../../widget/src/locales/locale.js';
import { networkTexts } from '../../widget/src/locales/networks.js';
import { passOnTexts } from '../../widget/src/locales/pass-on.js';
import { reachedTexts } from '../../widget/src/locales/reached.js';
import { shortlistTexts } from '../../widget/src/locales/shortlist.js';
import { withProfessionals } from '../../widget/src/locales/professionals.js';
import { equal } from './assert.js';

const TODAY = '2026-09-07';

describe('days', () => {
  it('are called by name where they are near', () => {
    equal(dayName('2026-09-07T15:00', TODAY, 'de'), 'Heute');
    equal(dayName('2026-09-08', TODAY, 'de'), 'Morgen');
    equal(dayName('2026-09-10', TODAY, 'de'), 'Donnerstag, 10. September');
    equal(dayName('2026-09-21', TODAY, 'de'), 'Mo., 21. Sept.');
    equal(dayName('2026-09-07', TODAY, 'ar'), 'اليوم');
  });
});

describe('distances', () => {
  it('are as precise as they are near', () => {
    equal(distanceText(0.32, 'de'), '300 m');
    equal(distanceText(3.24, 'de'), '3,2 km');
    equal(distanceText(14.6, 'de'), '15 km');
  });
});

describe('an author’s text', () => {
  it('is shown as paragraphs and lists, its markup as text', () => {
    const box = document.createElement('div');
    render(prose('Bei uns gibt es:\n- Kaffee\n- Tee\n\nBis bald,\nIhr <b>Haus</b>'), box);
    equal(
      [...box.children].map(({ localName }) => localName),
      ['p', 'ul', 'p'],
    );
    equal(
      [...box.querySelectorAll('li')].map(({ textContent }) => textContent),
      ['Kaffee', 'Tee'],
    );
    equal(box.children[2]?.textContent, 'Bis bald,\nIhr <b>Haus</b>');
    equal(box.querySelector('b'), null);
  });
});

describe('language tags', () => {
  it('are read as pages write them', () => {
    equal(readTag('de-AT'), 'de-at');
    equal(readTag('de_DE'), 'de-de');
    equal(readTag(' de_DE.UTF-8'), 'de-de');
    equal(readTag('sr-Latn'), 'sr-latn');
  });

  it('are none where nothing can be asked for by them', () => {
    for (const text of ['', '??', '-', 'x', 'd e', 'unbekanntesprache', '{{ lang }}']) {
      equal(readTag(text), undefined, text);
    }
  });
});

describe('the languages of the interface', () => {
  const paths = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && !('other' in (inner as object))
        ? paths(inner as object, `${path}/${key}`)
        : `${path}/${key}`,
    );
  /** A language with the texts of its second file too. */
  const wholeLocale = async (tag: string): Promise<Locale> => {
    const locale = (await loadLocale(tag)) ?? builtIn;
    return { ...locale, ...(await locale.later?.())?.default };
  };
  const all = (locale: Locale) =>
    paths({
      ...withDetails(locale),
      ...withProfessionals(locale),
      around: aroundTexts(locale),
      choices: { ...choiceTexts(locale), ...filterTexts(locale) },
      footer: footerTexts(locale),
      hints: hintTexts(locale),
      networks: networkTexts(locale),
      passOn: passOnTexts(locale),
      reached: reachedTexts(locale),
      shortlist: shortlistTexts(locale),
    })
      .filter((path) => !['/card/hours', '/later'].includes(path))
      .sort();

  for (const tag of ['en', 'ar', 'tr', 'uk', 'pl', 'ro', 'bg', 'ru', 'fr', 'fa']) {
    it(`say in "${tag}" what they say in German`, async () => {
      const locale = await wholeLocale(tag);
      equal(locale.tag.slice(0, 2), tag);
      equal(all(locale), all(builtIn));
    });
  }

  it('write dates in Kurmanji, which browsers do not know', async () => {
    const { tag, language } = (await loadLocale('kmr')) ?? builtIn;
    equal(language, 'kmr');
    equal(dayName('2026-09-07', TODAY, tag), 'Îro');
    equal(dayName('2026-09-10', TODAY, tag), 'pêncşem, 10.9.');
    equal(dayName('2026-09-10', TODAY, 'de'), 'Donnerstag, 10. September');
  });

  it('write dates in Persian by the calendar that is used here', async () => {
    const { tag } = (await loadLocale('fa')) ?? builtIn;
    equal(dayName('2026-09-10', TODAY, tag), 'پنجشنبه ۱۰ سپتامبر');
  });

  it('are found by other tags that mean them, not by those that only look like it', async () => {
    const found = async (tag: string) => (await loadLocale(tag))?.language;
    for (const tag of ['ku', 'ku-latn', 'ku-latn-tr', 'kmr-latn'])
      equal(await found(tag), 'kmr', tag);
    for (const tag of ['prs', 'prs-af', 'fa-af']) equal(await found(tag), 'fa', tag);
    for (const tag of ['ckb', 'ku-arab', 'ku-arab-iq', 'zh']) equal(await found(tag), 'en', tag);
  });

  it('are English where there is no other, whatever the region', async () => {
    equal((await loadLocale('es'))?.tag, 'en-GB');
    equal((await loadLocale('uk-ua'))?.tag, 'uk');
  });
});
