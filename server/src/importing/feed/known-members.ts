import { membersOf } from '../../export/sheet-layout.js';
import type { ValueLayout } from '../../export/sheet-layout.js';

/**
 * A value without the members that its schema does not know, however deep: another directory may be
 * served by a newer version, which says more.
 */
export function knownMembers(value: unknown, shape: ValueLayout | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => knownMembers(item, shape?.items));
  if (typeof value !== 'object' || value === null || !shape) return value;
  const members = membersOf(shape);
  const [entries] = Object.values(shape.patternProperties ?? {});
  if (!members && !entries) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const known = members && Object.hasOwn(members, name) ? members[name] : entries;
      return known ? [[name, knownMembers(member, known)]] : [];
    }),
  );
}
