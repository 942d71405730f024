import type { Offer, Provider } from '@vielfalt/feed';
import type { Changes, DirectoryState } from '../../server/src/store/store.js';
import { randomFrom } from '../bench/scale/words.mjs';

const WORDS = ['Ätna', 'Café', 'Zirkeltraining', 'Nähkurs', 'Abend', 'Quellbach', '7', '12', 'Ω'];

/** Draws small changes to a directory, as imports and amendments bring them. */
export class SmallChanges {
  readonly #next: () => number;
  #added = 0;

  constructor(seed: number) {
    this.#next = randomFrom(seed);
  }

  /** Some changes at once. */
  draw({ offers, providers }: DirectoryState): Changes {
    const changed = new Map<string, Offer>();
    const phones = new Map<string, Provider>();
    const count = 1 + Math.floor(this.#next() * 6);
    for (let at = 0; at < count; at += 1) {
      const offer = this.#one(offers);
      if (this.#next() < 0.15) {
        const provider = this.#one(providers.filter(({ status }) => status !== 'retired'));
        phones.set(provider.id, this.#called(provider));
      } else {
        const next = this.#changed(changed.get(offer.id) ?? offer, offers);
        changed.set(next.id, next);
      }
    }
    return { providers: [...phones.values()], offers: [...changed.values()] };
  }

  #changed(offer: Offer, offers: readonly Offer[]): Offer {
    const kind = Math.floor(this.#next() * 8);
    const other = this.#one(offers);
    const changed = '2026-11-22T08:00:00Z';
    const { schedule: _, translations, ...rest } = offer;
    switch (kind) {
      case 0:
        return { ...offer, changed, title: this.#title() };
      case 1:
        return this.#another(offer);
      case 2:
        return { ...offer, changed, status: 'retired' };
      case 3:
        return { ...offer, changed, status: 'published' };
      case 4:
        return {
          ...rest,
          ...(translations && { translations }),
          ...(other.schedule && { schedule: other.schedule }),
          changed,
        };
      case 5:
        return { ...offer, changed, topics: other.topics, audiences: other.audiences };
      case 6:
        return {
          ...offer,
          ...(translations && {
            translations: Object.fromEntries(
              Object.entries(translations).map(([tag, each]) => [
                tag,
                { ...each, texts: { ...each.texts, title: this.#title() } },
              ]),
            ),
          }),
        };
      default:
        return { ...offer, changed, provider: other.provider, checked: { on: '2026-11-20' } };
    }
  }

  /** An offer like one that is there. */
  #another(offer: Offer): Offer {
    this.#added += 1;
    const name = `added-${this.#added}`;
    return {
      ...offer,
      id: `00000000-0000-4000-8000-${String(this.#added).padStart(12, '0')}`,
      slug: name,
      record: this.#next() < 0.5 ? name : `${offer.record}-${this.#added}`,
      title: this.#title(),
      status: 'published',
    };
  }

  #called(provider: Provider): Provider {
    const phone = `02302 555-01${Math.floor(10 + this.#next() * 90)}`;
    return { ...provider, contact: { ...provider.contact, phone } };
  }

  #title(): string {
    const count = 1 + Math.floor(this.#next() * 3);
    return Array.from({ length: count }, () => this.#one(WORDS)).join(' ');
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#next() * items.length)] as Item;
  }
}
