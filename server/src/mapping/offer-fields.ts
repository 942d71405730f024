import { fieldsUnder } from './field.js';
import type { Field } from './field.js';
import { EVERYONE, EVERYWHERE } from './field-words.js';
import { ADDRESS_FIELDS, CHECKED_FIELDS, CONTACT_FIELDS, ORIGIN_FIELDS } from './parts.js';
import { PRACTICE_FIELDS } from './practice-fields.js';
import { SCHEDULE_FIELDS } from './schedule-fields.js';
import { STATUS_WORDS } from './status-words.js';

/** The fields of an offer that a mapping may fill. */
export const OFFER_FIELDS: readonly Field[] = [
  {
    name: 'record',
    label:
      'the row’s own key, by which it is known again next month; without it, one is made from provider and title',
    reader: 'key',
    headers: `
      Nr, Nummer, ID, lfd Nr, laufende Nummer, Kennung, Kursnummer, Kurs Nr, Angebots Nr,
      Angebotsnummer, Schlüssel, Datensatz, key, No, number, reference, ref`,
  },
  {
    name: 'title',
    label: 'what the offer is called; a row needs one',
    reader: 'title',
    headers: `
      Titel, Angebot, Name, Bezeichnung, Angebotstitel, Titel des Angebots, Name des Angebots, Kurs,
      Kurstitel, Projekt, Veranstaltung, Überschrift, Angebotsname, title, offer, activity, course,
      service, event, post title, event name, headline, summary title`,
  },
  {
    name: 'summary',
    label: 'one or two sentences',
    reader: 'text',
    headers: `
      Kurzbeschreibung, Kurztext, Zusammenfassung, Untertitel, Teaser, summary, short description, kurz, Kurzinfo, Kurzfassung,
      Anrisstext, excerpt, abstract, intro`,
  },
  {
    name: 'description',
    label: 'the full text, with paragraphs and lists',
    reader: 'text',
    headers: `
      Beschreibung, Inhalt, Inhalte, Text, Angebotsbeschreibung, Details, Erläuterung, Information,
      Informationen, Was wird angeboten, Hinweise, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen,
      Sonstiges, description, details, about, notes, remarks, desc, Langtext, Volltext,
      Langbeschreibung, long description, post content, content, bodytext, event description`,
  },
  {
    name: 'kind',
    label: 'one word of the list of kinds: course, counselling …',
    reader: 'term',
    list: 'kind',
    headers: `
      Art, Angebotsart, Art des Angebots, Format, Typ, Angebotstyp, Angebotsform, Veranstaltungsart,
      kind, type, format`,
  },
  {
    name: 'topics',
    label: 'words of the list of topics',
    reader: 'terms',
    list: 'topic',
    headers: `
      Thema, Themen, Kategorie, Kategorien, Rubrik, Rubriken, Themenfeld, Themenbereich,
      Handlungsfeld, Handlungsfelder, Bereich, Schlagworte, Schlagwörter, Stichworte, Stichwörter,
      Schwerpunkt, Schwerpunkte, topic, topics, category, categories, tags, keywords, subject,
      event category, post category`,
  },
  {
    name: 'audiences',
    label: 'words of the list of audiences; none: everyone',
    reader: 'terms',
    list: 'audience',
    restricts: true,
    words: EVERYONE,
    headers: `
      Zielgruppe, Zielgruppen, Für wen, Teilnehmende, Teilnehmerkreis, Adressaten, Personenkreis,
      audience, audiences, target group, target groups, for whom, who is it for`,
  },
  {
    name: 'age',
    label: 'ages in one cell: “ab 6”, “6–12 Jahre”',
    reader: 'age',
    words: EVERYONE,
    headers:
      'Alter, Altersgruppe, Altersgruppen, Altersstufe, age, ages, age group, typical age range',
  },
  {
    name: 'age.from',
    label: 'the youngest, in years',
    reader: 'number',
    headers:
      'Alter von, Alter ab, Mindestalter, minimum age, age from, min age, age min, Alter min',
  },
  {
    name: 'age.to',
    label: 'the oldest, in years',
    reader: 'number',
    headers:
      'Alter bis, Höchstalter, maximum age, age to, max age, age max, Alter max, Maximalalter',
  },
  {
    name: 'only',
    label: 'for women only or for men only: `women`, `men`, or “nur für Frauen”',
    reader: 'only',
    headers: 'nur für Frauen, nur Frauen, Geschlecht, women only, gender',
  },
  {
    name: 'eligibility',
    label: 'who may take part, as text',
    reader: 'text',
    headers: `
      Voraussetzung, Voraussetzungen, Teilnahmevoraussetzung, Teilnahmevoraussetzungen,
      Teilnahmebedingungen, Zugangsvoraussetzungen, Bedingungen, requirements, eligibility,
      conditions`,
  },
  {
    name: 'eligibility.marks',
    label:
      'what is needed: `residence-status`, `entitlement-certificate`, `job-centre`, `registered-address`',
    reader: 'choices',
    text: 'eligibility.text',
    words: {
      Aufenthaltstitel: 'residence-status',
      Aufenthaltsstatus: 'residence-status',
      Berechtigungsschein: 'entitlement-certificate',
      Jobcenter: 'job-centre',
      Meldeadresse: 'registered-address',
    },
  },
  {
    name: 'interpretation',
    label: 'whether interpreters can be had',
    reader: 'yes-no',
    headers: `
      Dolmetscher, Dolmetschen, Dolmetscher möglich, Sprachmittlung, interpreter, interpretation,
      interpreting`,
  },
  {
    name: 'spoken',
    label: 'languages spoken, each with its note: “Deutsch, Arabisch (nach Absprache)”',
    reader: 'languages',
    list: 'language',
    headers: `
      Sprache, Sprachen, Sprachkenntnisse, Beratungssprachen, Beratungssprache, gesprochene
      Sprachen, Fremdsprachen, Kurssprache, Unterrichtssprache, languages, language, spoken
      languages, languages spoken, in language, available language`,
  },
  {
    name: 'taught',
    label: 'the language that is taught',
    reader: 'language',
    list: 'language',
    headers: 'unterrichtete Sprache, Zielsprache, language taught',
  },
  {
    name: 'level',
    label: 'levels in one cell: “A1–B1”, “ab B2”',
    reader: 'level',
    headers: `
      Niveau, Sprachniveau, Kursniveau, Niveaustufe, GER, Deutschkenntnisse, level, language level,
      CEFR`,
  },
  {
    name: 'level.needed',
    label: 'the level needed, `A0` to `C2`',
    reader: 'choice',
    headers: 'Eingangsniveau, level needed, entry level',
  },
  {
    name: 'level.reached',
    label: 'the level reached, `A0` to `C2`',
    reader: 'choice',
    headers: 'Zielniveau, level reached, target level',
  },
  ...fieldsUnder('location', ADDRESS_FIELDS),
  {
    name: 'location.stepFree',
    label: 'step-free access: yes, partly, no',
    reader: 'step-free',
    headers: `
      Barrierefrei, Barrierefreiheit, barrierefreier Zugang, Rollstuhl, rollstuhlgerecht, stufenlos,
      barrierearm, accessible, step free, wheelchair, wheelchair access, accessibility`,
  },
  {
    name: 'location.name',
    label: 'the house or room',
    reader: 'line',
    headers: `
      Veranstaltungsort, Kursort, Gebäude, Raum, Halle, Saal, Sportstätte, Sporthalle, Treffpunkt, Lokalität, Ort der Durchführung,
      Durchführungsort, venue, room, building`,
  },
  { name: 'locations', label: 'several locations, as JSON', reader: 'json' },
  {
    name: 'online',
    label: 'whether it can be joined online',
    reader: 'yes-no',
    headers: 'Online, digital, Onlineangebot, Online Angebot, is online',
  },
  {
    name: 'atHome',
    label: 'whether somebody comes to people’s homes',
    reader: 'yes-no',
    headers: 'aufsuchend, Hausbesuche, zu Hause, home visits, at home',
  },
  {
    name: 'serves',
    label: 'places that it is for, wherever it happens',
    reader: 'terms',
    list: 'place',
    restricts: true,
    words: EVERYWHERE,
    headers: `
      Einzugsgebiet, Einzugsbereich, Wirkungsbereich, Zuständig für, Zuständigkeit,
      Zuständigkeitsbereich, Region, Sozialraum, service area, area served, serves`,
  },
  ...SCHEDULE_FIELDS,
  {
    name: 'cost',
    label: 'what it costs: “kostenlos”, “5 €/Monat”, “nach Absprache”',
    reader: 'cost',
    headers: `
      Kosten, Preis, Gebühr, Gebühren, Teilnahmegebühr, Teilnahmegebühren, Teilnahmebeitrag,
      Beitrag, Kursgebühr, Entgelt, Eintritt, Kostenbeitrag, cost, costs, price, fee, fees,
      fees description, event cost, Teilnahmekosten, Eintrittspreis`,
  },
  {
    name: 'cost.free',
    label: 'whether it is free',
    reader: 'yes-no',
    text: 'cost.text',
    headers: 'kostenlos, kostenfrei, gratis, free, free of charge, is accessible for free',
  },
  {
    name: 'cost.amount',
    label: 'the amount',
    reader: 'number',
    text: 'cost.text',
    headers: 'Betrag, Preis in Euro, Kosten in Euro, Kosten in EUR, amount',
  },
  {
    name: 'cost.currency',
    label: 'its currency (ISO 4217); none: EUR',
    reader: 'line',
    headers: 'Währung, currency',
  },
  {
    name: 'cost.text',
    label: 'what there is to say about it',
    reader: 'text',
    headers: 'Hinweise zu den Kosten, Ermäßigung',
  },
  {
    name: 'registration',
    label: 'whether and how one registers, in one cell',
    reader: 'registration',
    headers: `
      Anmeldung, Anmeldung erforderlich, Anmeldung nötig, Anmeldepflicht, Anmeldeverfahren,
      registration, registration required, booking, sign up, application process`,
  },
  {
    name: 'registration.needed',
    label: 'whether one registers',
    reader: 'yes-no',
    text: 'registration.text',
  },
  {
    name: 'registration.text',
    label: 'how one registers',
    reader: 'text',
    headers: 'Hinweise zur Anmeldung, how to register',
  },
  {
    name: 'registration.until',
    label: 'the last day to register',
    reader: 'date',
    text: 'registration.text',
    headers: 'Anmeldeschluss, Anmeldung bis, Anmeldefrist, register by, registration deadline',
  },
  {
    name: 'registration.web',
    label: 'the address to register at',
    reader: 'web',
    text: 'registration.text',
    headers: `
      Anmeldelink, Link zur Anmeldung, Anmeldung online, Buchungslink, registration link, booking
      link`,
  },
  {
    name: 'openings',
    label: 'whether there are seats left: “frei”, “Warteliste”, “ausgebucht”',
    reader: 'openings',
    headers: `
      Plätze, freie Plätze, Platzsituation, Auslastung, Belegung, openings, places, availability,
      vacancies`,
  },
  { name: 'openings.on', label: 'the day of that word', reader: 'date', headers: 'Plätze Stand' },
  {
    name: 'bring',
    label: 'what to bring',
    reader: 'text',
    headers: `
      Mitbringen, Bitte mitbringen, mitzubringen, Was mitbringen, Unterlagen, what to bring, bring`,
  },
  {
    name: 'childcare',
    label: 'whether children are looked after',
    reader: 'yes-no',
    headers: `
      Kinderbetreuung, Kinderbetreuung vorhanden, mit Kinderbetreuung, Betreuung, childcare, creche,
      childcare available`,
  },
  ...fieldsUnder('', CONTACT_FIELDS),
  {
    name: 'links',
    label: 'further addresses on the web, one per line or as JSON',
    reader: 'links',
    headers: 'Link, Links, weitere Links, Weiterführende Links, Flyer, further links',
  },
  {
    name: 'status',
    label: '`published`, `paused` or `ended`; `hidden` leaves the row out; none: published',
    reader: 'choice',
    words: STATUS_WORDS,
    headers: `
      Status, aktiv, veröffentlicht, sichtbar, öffentlich, active, published, visible, public,
      Veröffentlichen, freigegeben, Freigabe, freigeschaltet, Veröffentlichung, Sichtbarkeit,
      visibility, enabled, anzeigen, publish, post status, event status, business status`,
  },
  ...fieldsUnder('', CHECKED_FIELDS),
  {
    name: 'language',
    label: 'the language that the row is written in',
    reader: 'language',
    list: 'language',
  },
  {
    name: 'translations',
    label: 'translations as JSON; or a column each: `translations.en.title`',
    reader: 'json',
  },
  ...fieldsUnder('', ORIGIN_FIELDS),
  ...PRACTICE_FIELDS,
];
