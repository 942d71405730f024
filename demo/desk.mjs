import { keepReport, openStore, propose } from '@vielfalt/server';

/** Wishes of providers, by the record key of the offer. */
const WISHES = {
  'e-vhsm-ik-abend': {
    after: {
      openings: { state: 'waiting-list' },
      contact: {
        role: 'Fachbereich Deutsch',
        phone: '030 23125-119',
        email: 'deutsch@vhs-mittelruhr.example',
      },
    },
    note: 'Die neue Durchwahl gilt ab sofort. Im nächsten Halbjahr gibt es wieder Plätze.',
  },
  'w-kastanie-02': { after: { cost: { free: true } } },
  'n-ankommen-02': { after: { status: 'paused' }, note: 'Bis unsere Kollegin zurück ist.' },
};

/** What visitors say is wrong, by the record key of the offer. */
const REPORTS = {
  'o-vhs-c1c2': {
    reasons: ['times'],
    text: 'Der Kurs fängt jetzt schon um 18 Uhr an, ich stand vor verschlossener Tür.',
  },
  'w-kastanie-04': { reasons: ['contact'], text: '', reach: 'besuch@angekommen.example' },
};

/**
 * Lets something wait in the office of a demo, where nothing has waited yet. A directory that is none
 * is left alone.
 *
 * @param {string} databaseUrl such as `sqlite:demo.sqlite`
 * @returns {Promise<string | undefined>} the address of one of its keepers
 */
export async function fillDesk(databaseUrl) {
  const store = await openStore(databaseUrl);
  try {
    const { directory, offers } = (await store.read()) ?? {};
    if (!directory?.demo) return undefined;
    const proposals = await store.papers('proposal');
    const reports = await store.papers('report');
    if (proposals.size + reports.size === 0) await fill(store, offers);
    return directory.keepers?.[0];
  } finally {
    await store.close();
  }
}

async function fill(store, offers) {
  const now = Date.now();
  const offerOf = (record) => offers.find((each) => each.record === record);
  for (const [record, { after, note }] of Object.entries(WISHES)) {
    const offer = offerOf(record);
    const shown = Object.keys(after).map((field) => [field, offer[field] ?? null]);
    const wish = { offer: offer.id, provider: offer.provider, before: Object.fromEntries(shown) };
    await propose(store, { ...wish, after, ...(note && { note }) }, now);
  }
  for (const [record, report] of Object.entries(REPORTS)) {
    const about = { kind: 'offer', id: offerOf(record).id };
    await keepReport(store, `demo-${record}`, { ...about, ...report }, now);
  }
}
