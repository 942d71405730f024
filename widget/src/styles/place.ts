/** The drawing of a place, for `icon`: a pin on a map. */
export const PLACE = 'M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11Zm0-11v.1';
