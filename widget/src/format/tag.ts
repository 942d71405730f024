/** A page's language tag where it is well-formed (BCP 47); feeds refuse others. */
export function wellFormed(tag: string | undefined): string | undefined {
  return tag && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
}
