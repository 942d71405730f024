const find = await window.overMiniSearch();
// A back end of one's own: https://www.algolia.com/doc/guides/building-search-ui/going-further/backend-search/in-depth/backend-instantsearch/js/
const searchClient = {
  async search(requests) {
    const results = requests.map(({ params: { query = '', page = 0, hitsPerPage } }) => {
      const all = find(query);
      const hits = all
        .slice(page * hitsPerPage, (page + 1) * hitsPerPage)
        .map(({ id, ...hit }) => ({ objectID: id, ...hit }));
      const nbPages = Math.ceil(all.length / hitsPerPage);
      return {
        ...{ hits, nbHits: all.length, page, nbPages, hitsPerPage, query },
        ...{ params: '', processingTimeMS: 1, exhaustiveNbHits: true },
      };
    });
    return { results };
  },
};
const { searchBox, stats, hits, configure } = instantsearch.widgets;
const search = instantsearch({ indexName: 'offers', searchClient });
search.addWidgets([
  configure({ hitsPerPage: 20 }),
  searchBox({ container: '#box' }),
  stats({ container: '#stats' }),
  hits({
    container: '#hits',
    templates: {
      item: ({ title, provider, summary }, { html }) => html`
        <article>
          <h3>${title}</h3>
          <p>${provider}</p>
          <p>${summary}</p>
        </article>
      `,
    },
  }),
]);
search.start();
