/**
 * The language tag (BCP 47) that a page means, in lowercase letters: also `de_DE.UTF-8`, as
 * programs on the page's server call it. Undefined where it is not one; feeds refuse such tags.
 */
export function readTag(text: string): string | undefined {
  return /^\s*([a-z]{2,8}([-_][a-z\d]{1,8})*)(?![a-z\d])/i
    .exec(text)?.[1]
    ?.toLowerCase()
    .replaceAll('_', '-');
}
