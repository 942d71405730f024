/**
 * The number of words that a phrase takes at the beginning of a question; 0 where it is not there.
 * Stop words in between count as taken.
 *
 * @param phrase its words, without stop words
 * @param isLike says whether a word of the phrase and one of the question are the same
 */
export function wordsTaken<Asked>(
  phrase: readonly string[],
  asked: readonly Asked[],
  isLike: (word: string, other: Asked) => boolean,
  isStopWord: (other: Asked) => boolean,
): number {
  let at = 0;
  for (const [index, word] of phrase.entries()) {
    let other = asked[at];
    while (index > 0 && other !== undefined && isStopWord(other)) other = asked[++at];
    if (other === undefined || !isLike(word, other)) return 0;
    at += 1;
  }
  return at;
}
