import { fieldsUnder, IGNORE } from './field.js';
import type { Field } from './field.js';
import { EVERYWHERE } from './field-words.js';
import { CHECKED_FIELDS, CONTACT_FIELDS, ORIGIN_FIELDS } from './parts.js';

/** A network that works everywhere names no place. */
const WHOLE_DIRECTORY = {
  ...EVERYWHERE,
  ...Object.fromEntries(
    ['kreisweit', 'ganzer Kreis', 'gesamter Kreis', 'Kreisgebiet', 'alle Orte', 'alle'].map(
      (word) => [word, IGNORE],
    ),
  ),
};

/**
 * The fields of a network. A mapping that fills `network.name` is of networks: each row is one. Their
 * headings mean something else in a table of offers, where none of these is suggested.
 */
export const NETWORK_FIELDS: readonly Field[] = fieldsUnder('network', [
  {
    name: 'name',
    label: 'its name; a row needs one, and is a network then',
    reader: 'title',
    headers: `
      Netzwerk, Name des Netzwerks, Netzwerkname, Runder Tisch, Arbeitskreis, Arbeitsgruppe, AK, AG,
      Arbeitsgemeinschaft, Bündnis, Gremium, Verbund, Fachkreis, Forum, Konferenz, Zusammenschluss,
      Kooperation, Netzwerke, network, network name, round table, working group, alliance, Name,
      Bezeichnung, Titel, title`,
  },
  {
    name: 'record',
    label: 'the network’s own key; without it, the name is the key',
    reader: 'key',
    headers: `
      Nr, Nummer, ID, lfd Nr, laufende Nummer, Kennung, Netzwerk Nr, Netzwerk ID, Schlüssel, key, No,
      number, network id`,
  },
  {
    name: 'aim',
    label: 'what it is for',
    reader: 'text',
    headers: `
      Ziel, Ziele, Zielsetzung, Zweck, Aufgabe, Aufgaben, Auftrag, Anliegen, Worum geht es,
      Beschreibung, Kurzbeschreibung, Inhalt, Inhalte, Arbeitsschwerpunkte, Hinweise, Bemerkung,
      aim, aims, goal, goals, purpose, description`,
  },
  {
    name: 'members',
    label: 'who belongs to it: names, or keys of providers',
    reader: 'members',
    headers: `
      Mitglieder, Mitglied, Mitgliedsorganisationen, Mitgliedseinrichtungen, beteiligte Organisationen,
      beteiligte Einrichtungen, Beteiligte, Netzwerkpartner, Partner, Kooperationspartner,
      Mitwirkende, Teilnehmende, Teilnehmer, Akteure, Organisationen, Einrichtungen, Institutionen,
      Wer macht mit, members, member organisations, partners, participants`,
  },
  {
    name: 'coordinator',
    label: 'who coordinates it: a name, or a provider’s key',
    reader: 'member',
    headers: `
      Koordination, Koordinierung, Federführung, Koordinator, Koordinatorin, Koordinationsstelle,
      Geschäftsstelle, Geschäftsführung, Leitung, Vorsitz, Moderation, Trägerschaft, Träger,
      Verantwortlich, Einladende, coordination, coordinator, lead, chair`,
  },
  {
    name: 'places',
    label: 'places that it works in; none: the whole directory',
    reader: 'terms',
    list: 'place',
    words: WHOLE_DIRECTORY,
    headers: `
      Orte, Ort, Gebiet, Einzugsgebiet, Wirkungsbereich, Region, Kommune, Kommunen, Stadt, Städte,
      Sozialraum, places, place, area, region, town`,
  },
  {
    name: 'topics',
    label: 'what it is about',
    reader: 'terms',
    list: 'topic',
    headers: `
      Thema, Themen, Themenfeld, Themenbereich, Handlungsfeld, Handlungsfelder, Bereich, Kategorie,
      Kategorien, Schwerpunkt, Schwerpunkte, topic, topics, category`,
  },
  {
    name: 'schedule',
    label: 'when it meets, in one cell, as offers have it',
    reader: 'schedule',
    headers: `
      Treffen, nächstes Treffen, Termine, Termin, Sitzungen, Sitzungstermine, Treffen wann, Wann,
      Sitzungsturnus, Turnus, Rhythmus, Zeiten, Zeit, Uhrzeit, Datum, meetings, meets, next meeting,
      when`,
  },
  { name: 'schedule.text', label: 'when it meets, as text, not read', reader: 'text' },
  ...fieldsUnder('', CONTACT_FIELDS),
  { name: 'web', label: 'its own pages', reader: 'web' },
  {
    name: 'links',
    label: 'more addresses, each with or without a name',
    reader: 'links',
    headers: 'Links, Link, weitere Links, Protokolle, links',
  },
  {
    name: 'language',
    label: 'the language that its texts are in',
    reader: 'language',
    list: 'language',
  },
  {
    name: 'translations',
    label: 'translations as JSON; or a column each: `network.translations.en.aim`',
    reader: 'json',
  },
  { name: 'status', label: '`published` or `retired`', reader: 'choice' },
  ...fieldsUnder('', CHECKED_FIELDS),
  ...fieldsUnder('', ORIGIN_FIELDS),
]);
