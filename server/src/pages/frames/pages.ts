import { isAddressParameter } from '@vielfalt/feed';
import type { RouteParameters } from '../../http/answer-request.js';
import type { RoutePattern } from '../../http/router.js';
import {
  directoryFrame,
  networkFrame,
  offerFrame,
  providerFrame,
  termFrame,
  type MakeFrame,
} from './frame.js';

/** A page of the directory that other websites may show in a frame. */
export interface EmbeddablePage extends RoutePattern, RouteParameters {
  summary: string;
  frame: MakeFrame;
}

const language = (name: string) => name === 'lang';

/** All of them; the frame's address is that of the page with `/embed` before its path. */
export const EMBEDDABLE_PAGES: readonly EmbeddablePage[] = [
  { path: '/', takes: isAddressParameter, frame: directoryFrame, summary: 'The directory' },
  { path: '/offers/:name', takes: language, frame: offerFrame, summary: 'One offer' },
  { path: '/providers/:name', takes: language, frame: providerFrame, summary: 'One provider' },
  { path: '/networks/:name', takes: language, frame: networkFrame, summary: 'One network' },
  { path: '/topics/:name', takes: language, frame: termFrame('topic'), summary: 'A topic' },
  { path: '/places/:name', takes: language, frame: termFrame('place'), summary: 'A place' },
];
