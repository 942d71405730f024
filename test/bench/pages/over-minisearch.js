// The offers, searched in the page by minisearch, before the first key.
window.overMiniSearch = async () => {
  const offers = await (await fetch('offers.json')).json();
  const search = new MiniSearch({
    fields: ['title', 'provider', 'text'],
    storeFields: ['title', 'provider', 'summary'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  search.addAll(offers);
  return (q) => search.search(q || MiniSearch.wildcard);
};
