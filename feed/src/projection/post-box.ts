import type { Location } from '../model/offer.js';

/** "Postfach 12 34", "PF 1234", "P.O. Box 12"; not "Postfachstraße 1". */
const POST_BOX =
  /^(?:postfach|postbox|postlagernd|pf\.?|p\.? ?o\.? ?box|post office box|po ?b)(?![\p{L}])[\s:.]*(?:nr\.?\s*)?(\d[\d ]*)?/iu;

/** Says whether an address is only for letters: nobody can go there. */
export function isPostBox({ street, name }: Pick<Location, 'street' | 'name'>): boolean {
  return POST_BOX.test((street ?? name ?? '').trim());
}

/** A post box's number as it is written: of "Postfach 12 34", "12 34". */
export function postBoxNumber(place: Pick<Location, 'street' | 'name'>): string | undefined {
  return isPostBox(place)
    ? POST_BOX.exec((place.street ?? place.name ?? '').trim())?.[1]?.trim()
    : undefined;
}
