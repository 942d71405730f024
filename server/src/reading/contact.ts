import type { Contact } from '@vielfalt/feed';

export function readContact(text: string): { contact: Contact; rest: string } {
  return { contact: {}, rest: text };
}

export function readPhone(text: string): string | undefined {
  void text;
  return undefined;
}

export function readEmail(text: string): string | undefined {
  void text;
  return undefined;
}

export function readWeb(text: string): string | undefined {
  void text;
  return undefined;
}
