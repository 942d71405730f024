import { ok } from './assert.js';

/** A text as people read it, where blocks stand apart: each gap is one blank. */
export function plain(element: HTMLElement | null | undefined): string {
  return (element?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

export function holds(text: string, part: string): void {
  ok(text.includes(part), `"${text}" does not hold "${part}"`);
}

export function lacks(text: string, part: string): void {
  ok(!text.includes(part), `"${text}" holds "${part}"`);
}
