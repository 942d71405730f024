import type { ReaderName } from './field.js';

/** The form in which a reader wants its cells. */
interface ReaderTraits {
  /** Several columns are joined on one line. */
  isOneLine?: true;
  /** A dash means no, where elsewhere it means that nothing is known. */
  takesDash?: true;
}

const TRAITS: Readonly<Partial<Record<ReaderName, ReaderTraits>>> = {
  choice: { takesDash: true },
  key: { isOneLine: true },
  line: { isOneLine: true },
  member: { isOneLine: true },
  only: { takesDash: true },
  openings: { takesDash: true },
  registration: { takesDash: true },
  'step-free': { takesDash: true },
  street: { isOneLine: true },
  title: { isOneLine: true },
  town: { isOneLine: true },
  'yes-no': { takesDash: true },
};

const NONE: ReaderTraits = {};

export function traitsOf(reader: ReaderName): ReaderTraits {
  return TRAITS[reader] ?? NONE;
}
