const find = await window.overMiniSearch();
window['@algolia/autocomplete-js'].autocomplete({
  container: '#box',
  // On a small screen it would open a dialog that has to be pressed first.
  detachedMediaQuery: 'none',
  getSources: ({ query }) => [
    {
      sourceId: 'offers',
      getItems: () => find(query).slice(0, 20),
      templates: {
        item: ({ item: { title, provider, summary }, html }) => html`
          <article>
            <h3>${title}</h3>
            <p>${provider}</p>
            <p>${summary}</p>
          </article>
        `,
      },
    },
  ],
});
