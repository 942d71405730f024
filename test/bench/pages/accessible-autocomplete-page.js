const find = await window.overMiniSearch();
accessibleAutocomplete({
  element: document.querySelector('#box'),
  id: 'box-input',
  source: (query, populate) =>
    populate(
      find(query)
        .slice(0, 20)
        .map(({ title }) => title),
    ),
});
