import type { Field } from './field.js';

/** The fields of an address: a location's and a provider's. */
export const ADDRESS_FIELDS: readonly Field[] = [
  {
    name: '',
    label: 'an address in one cell',
    reader: 'address',
    headers: `
      Adresse, Anschrift, Ort, Standort, Wo, Postanschrift, Adresse des Angebots, Veranstaltungsort,
      Kursort, Treffpunkt, Veranstaltungsadresse, address, location, where, venue, full address,
      addr full, Ortsangabe, Event Venue Address`,
  },
  {
    name: 'street',
    label: 'street and number',
    reader: 'street',
    headers: `
      Straße, Str, Straße und Hausnummer, Straße Hausnummer, Straße Nr, Straße und Nr, Strasse,
      street, street address, address line 1, address 1, addr street`,
  },
  {
    name: 'postalCode',
    label: 'the postal code',
    reader: 'postal-code',
    headers: 'PLZ, Postleitzahl, postal code, postcode, zip, zip code, addr postcode',
  },
  {
    name: 'town',
    label: 'the town; one that the list of places lacks is kept as `locality`',
    reader: 'town',
    list: 'place',
    headers: `
      Ort, Stadt, Gemeinde, Kommune, Wohnort, PLZ Ort, PLZ und Ort, Stadt Gemeinde, town, city,
      place, municipality, address locality, addr city, Ortsname`,
  },
  {
    name: 'district',
    label: 'the district',
    reader: 'term',
    list: 'place',
    headers:
      'Ortsteil, Stadtteil, Bezirk, Ortschaft, Stadtbezirk, district, neighbourhood, suburb, addr suburb, Quartier',
  },
  { name: 'locality', label: 'the town’s name, not looked up', reader: 'line' },
  {
    name: 'point',
    label: 'latitude and longitude in one cell',
    reader: 'point',
    headers: `
       Koordinaten, Geokoordinaten, coordinates, geometry coordinates, lat lng, lat lon, lng lat,
       lon lat, latlng, latlon, geo, geopoint, geo point, geolocation, gps`,
  },
  {
    name: 'lat',
    label: 'latitude, WGS 84 degrees',
    reader: 'coordinate',
    headers: 'lat, latitude, Breite, Breitengrad, geo lat, y',
  },
  {
    name: 'lng',
    label: 'longitude, WGS 84 degrees',
    reader: 'coordinate',
    headers: 'lng, lon, long, longitude, Länge, Längengrad, geo lng, geo lon, x',
  },
  {
    name: 'visibility',
    label: '`public`, or `on-request` for an address that is shown nowhere',
    reader: 'visibility',
    words: {
      öffentlich: 'public',
      geheim: 'on-request',
      'auf Anfrage': 'on-request',
      vertraulich: 'on-request',
      'nicht öffentlich': 'on-request',
    },
    headers: `
       Adresse vertraulich, Sichtbarkeit der Adresse, Adresse sichtbar, Adresse öffentlich, Adresse
       nicht öffentlich, Adresse geheim, Anschrift vertraulich, Anschrift geheim, Schutzadresse,
       Adresse intern, address visibility, address confidential, confidential address`,
  },
];

export const CONTACT_FIELDS: readonly Field[] = [
  {
    name: 'contact',
    label: 'telephone, e-mail, web address and name in one cell',
    reader: 'contact',
    headers: `
      Kontakt, Kontaktdaten, Kontakt und Anmeldung, Kontaktinformationen, Ansprechpartner und
      Kontakt, contact, contact details, contact information`,
  },
  {
    name: 'contact.role',
    label: 'a role: “Kursleitung”',
    reader: 'line',
    headers: 'Funktion, Rolle, Position, role, function',
  },
  {
    name: 'contact.name',
    label: 'a person; shown only where `contact.namePublic` says so',
    reader: 'line',
    headers: `
      Ansprechpartner, Ansprechpartnerin, Ansprechperson, Ansprechpersonen, Kontaktperson,
      Kontaktpersonen, Kursleitung, Übungsleiter, Trainer, Leitung, Zuständig, Ansprechpartner Name, Anspr, contact person,
      contact name`,
  },
  {
    name: 'contact.namePublic',
    label: 'whether the name may be shown',
    reader: 'yes-no',
    headers: 'Name öffentlich, Name veröffentlichen, Einwilligung, name public',
  },
  {
    name: 'contact.phone',
    label: 'telephone',
    reader: 'phone',
    headers: `
      Telefon, Tel, Telefonnummer, Tel Nr, Fon, Rufnummer, Festnetz, Mobil, Handy, Telefon Nr,
      phone, telephone, phone number, mobile, tel no`,
  },
  {
    name: 'contact.email',
    label: 'e-mail',
    reader: 'email',
    headers: 'E-Mail, Email, Mail, E-Mail-Adresse, Mailadresse, Emailadresse, email address',
  },
  {
    name: 'contact.web',
    label: 'the offer’s page',
    reader: 'web',
    headers: `
      Internet, Homepage, Website, Webseite, Internetseite, Web, Webadresse, Internetadresse, URL,
      www, web page, web address, event website, contact website`,
  },
];

export const CHECKED_FIELDS: readonly Field[] = [
  {
    name: 'checked.on',
    label: 'when it was last checked',
    reader: 'date',
    headers: `
      Stand, Letzte Prüfung, geprüft, geprüft am, zuletzt geprüft, aktualisiert, aktualisiert am,
      letzte Aktualisierung, zuletzt aktualisiert, Änderungsdatum, Aktualität, letzte Änderung,
      Stand der Daten, Datenstand, last checked, checked, last updated, updated, last review,
      reviewed, last modified, modified, updated at, assured date`,
  },
  {
    name: 'checked.by',
    label: 'by which office or provider, never a person',
    reader: 'line',
    headers: 'geprüft von, geprüft durch, checked by',
  },
];

export const ORIGIN_FIELDS: readonly Field[] = [
  {
    name: 'sourceUrl',
    label: 'the record’s page at its source',
    reader: 'web',
    headers: 'Quelle, source url, source',
  },
  {
    name: 'licence',
    label: 'a licence of its own',
    reader: 'line',
    headers: 'Lizenz, licence, license',
  },
  {
    name: 'attribution',
    label: 'whom to name with it',
    reader: 'line',
    headers: 'Namensnennung, attribution',
  },
  { name: 'id', label: 'its id (UUID), where `vielfalt export` wrote it', reader: 'line' },
  { name: 'slug', label: 'the end of its address, where it has one', reader: 'line' },
  {
    name: 'changed',
    label: 'when it last changed (RFC 3339), where `vielfalt export` wrote it',
    reader: 'line',
  },
];
