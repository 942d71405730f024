import type { ConfigureTexts } from '../../languages/texts.js';

/** The ways in which a website shows the directory. */
export const WAYS = ['element', 'placeholder', 'frame', 'address', 'html', 'integrity'] as const;
export type WayIn = (typeof WAYS)[number];

/** Whether a way puts our element into the page itself. */
export function hasElement(way: WayIn): boolean {
  return way === 'element' || way === 'placeholder' || way === 'integrity';
}

/** A reason why a way in does not work somewhere, by its text. */
export type WayFault = keyof ConfigureTexts['faults'];

/** A content system as somebody with a certain role may use it. */
interface SystemTraits {
  /** The way that is taken there unless another one is asked for. */
  best: WayIn;
  /** The ways that do not work there. */
  without: Partial<Record<WayIn, WayFault>>;
}

/** Where what is written is filtered: only text, links and plain elements stay. */
const FILTERED = {
  element: 'tags',
  integrity: 'tags',
  frame: 'frames',
  html: 'server',
} as const satisfies SystemTraits['without'];

/** What each system does to what is pasted: see `docs/embed.md`, "Where scripts or tags are taken away". */
const SYSTEM_TRAITS = {
  html: { best: 'element', without: { address: 'oembed' } },
  typo3: { best: 'element', without: { address: 'oembed' } },
  'typo3-text': { best: 'placeholder', without: { ...FILTERED, address: 'oembed' } },
  wordpress: { best: 'element', without: {} },
  'wordpress-author': { best: 'address', without: FILTERED },
  drupal: { best: 'element', without: { address: 'oembed' } },
  'drupal-filtered': { best: 'placeholder', without: { ...FILTERED, address: 'oembed' } },
  joomla: { best: 'placeholder', without: { ...FILTERED, address: 'oembed' } },
  moodle: { best: 'element', without: { address: 'oembed', html: 'server' } },
} as const satisfies Record<string, SystemTraits>;

export type HostSystem = keyof typeof SYSTEM_TRAITS;
export const SYSTEMS = Object.keys(SYSTEM_TRAITS) as HostSystem[];

/** What decides, besides the system, whether a way works. */
export interface WayNeeds {
  system: HostSystem;
  /** A single record is shown, and no list of offers. */
  isRecord: boolean;
  /** The directory's public address; '' where it is not known. */
  baseUrl: string;
}

/** Why a way does not work; nothing where it does. */
export function wayFault(
  way: WayIn,
  { system, isRecord, baseUrl }: WayNeeds,
): WayFault | undefined {
  const { without }: SystemTraits = SYSTEM_TRAITS[system];
  if (without[way]) return without[way];
  if (way === 'html' && isRecord) return 'lists';
  if (way === 'address' && !baseUrl.startsWith('https:')) return 'https';
  return undefined;
}

/** The way that works best; where an address would be it and cannot be, the next one. */
export function bestWay(needs: WayNeeds): WayIn {
  const { best } = SYSTEM_TRAITS[needs.system];
  return wayFault(best, needs) ? 'placeholder' : best;
}
