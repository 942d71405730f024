/** Offers up to a number, each further one with texts and a record of its own. */
export function repeated(offers, size) {
  const words = ['Garten', 'Brücke', 'Laterne', 'Wolke', 'Teppich', 'Kessel', 'Hafen', 'Mühle'];
  return Array.from({ length: size }, (_, index) => {
    const offer = offers[index % offers.length];
    const round = Math.floor(index / offers.length);
    if (round === 0) return offer;
    const word = `${words[round % words.length]}${words[index % words.length].toLowerCase()}`;
    const add = (text) => text && `${text} ${word} ${index}`;
    return {
      ...offer,
      record: `${offer.record}-${round}`,
      title: add(offer.title),
      ...(offer.summary && { summary: add(offer.summary) }),
      ...(offer.description && { description: add(offer.description) }),
    };
  });
}
