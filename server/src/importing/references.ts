import { nearest } from '@vielfalt/feed';
import type { FileNetwork, FileOffer, FileProvider } from '@vielfalt/feed';
import type { RecordKey } from '../store/store.js';
import type { RecordDraft } from './draft.js';
import { didYouMean, pathOf } from '../validation/fault.js';
import type { FaultList } from './fault-list.js';
import { recordKey } from './identity.js';
import type { Identified, Identities } from './identify.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Finds the providers that a file's offers and networks name. */
export class ProviderReferences {
  readonly #byKey: ReadonlyMap<string, Identified<FileProvider>>;
  readonly #byId: ReadonlyMap<string, Identified<FileProvider>>;
  /** Of providers that the file does not have. */
  readonly #others: ReadonlyMap<string, RecordKey>;
  readonly #faults: FaultList;
  readonly #isPartial: boolean;

  /** @param context `isPartial`: providers that the file does not bring stay as they are */
  constructor(
    { identified, others }: Pick<Identities<FileProvider>, 'identified' | 'others'>,
    { faults, isPartial }: { faults: FaultList; isPartial: boolean },
  ) {
    this.#byKey = new Map(identified.map((provider) => [recordKey(provider.draft), provider]));
    this.#byId = new Map(identified.map((provider) => [provider.id, provider]));
    this.#others = new Map(
      others.flatMap((key) => [
        [recordKey(key), key],
        [key.id, key],
      ]),
    );
    this.#faults = faults;
    this.#isPartial = isPartial;
  }

  /** Returns the provider's id; a fault where there is none that this offer may name. */
  resolve(draft: RecordDraft<FileOffer>): string | undefined {
    const { source, provider: name = '', isRetired } = draft;
    const key = recordKey({ source, record: name });
    const found = this.#byKey.get(key) ?? this.#byId.get(name.toLowerCase());
    const refuse = (reason: string, remedy?: string) =>
      this.#faults.addTo(draft, 'provider', {
        value: name,
        reason,
        ...(remedy !== undefined && { remedy }),
      });
    if (found?.draft.source === source) {
      if (this.#faults.isIn(found.draft)) {
        refuse('is a provider that has faults itself', 'Correct the provider.');
      } else if (found.draft.isRetired && !isRetired) {
        refuse('is a provider that is retired', 'Retire the offer too, or name another.');
      }
      return found.id;
    }
    const stored = this.#others.get(key) ?? this.#others.get(name.toLowerCase());
    // The provider of a retired offer may be retired too.
    const isThere = this.#isPartial && stored?.status !== 'retired';
    if ((isRetired || isThere) && stored?.source === source) return stored.id;
    const elsewhere =
      found?.draft.source ?? (stored?.source !== source ? stored?.source : undefined);
    if (elsewhere !== undefined) {
      refuse(
        `is a provider of the source ${elsewhere}`,
        `An offer's provider comes from its own source: add it to ${source}.`,
      );
      return undefined;
    }
    const near = nearest(name, this.#recordsOf(source));
    refuse(
      `is not a provider of the source ${source} in this file`,
      near === undefined ? 'Add the provider to the file.' : didYouMean(near).remedy,
    );
    return undefined;
  }

  /**
   * Returns the ids of the providers that are members of a network, by what the file says: a record
   * key of its own source, or an id. A provider that has been retired, or whose source has not come
   * yet, may be one; a key that no provider has is a fault.
   */
  resolveMembers(draft: RecordDraft<FileNetwork>): ReadonlyMap<string, string> {
    const { coordinator, members = [] } = draft.content();
    const ids = new Map<string, string>();
    const places = [
      ...(coordinator ? [{ steps: ['coordinator'], member: coordinator }] : []),
      ...members.map((member, index) => ({ steps: ['members', index], member })),
    ];
    for (const { steps, member } of places) {
      if ('name' in member) continue;
      const { provider: name } = member;
      const key = recordKey({ source: draft.source, record: name });
      const given = name.toLowerCase();
      const found = this.#byKey.get(key) ?? this.#byId.get(given);
      const stored = this.#others.get(key) ?? this.#others.get(given);
      const isFaulty = found && !found.isKnown && this.#faults.isIn(found.draft);
      const id = found?.id ?? stored?.id ?? (UUID.test(given) ? given : undefined);
      if (id !== undefined && !isFaulty) {
        ids.set(name, id);
        continue;
      }
      const near = nearest(name, this.#recordsOf(draft.source));
      this.#faults.addTo(draft, pathOf(...steps, 'provider'), {
        value: name,
        ...(isFaulty
          ? { reason: 'is a provider that has faults itself', remedy: 'Correct the provider.' }
          : {
              reason: `is neither a provider of the source ${draft.source} nor an id`,
              remedy: didYouMean(near).remedy ?? 'Write its name instead: { "name": … }.',
            }),
      });
    }
    return ids;
  }

  #recordsOf(source: string): string[] {
    return [...this.#byKey.values()]
      .filter(({ draft }) => draft.source === source)
      .map(({ draft }) => draft.record);
  }
}
