/** A file server looks at no query: better nothing than offers that it might have left out. */
if (location.search) {
  const { content } = document.querySelector('template');
  document.querySelector('main').replaceChildren(content);
  console.warn(`Vielfalt: a frame made as a file takes no parameters: ${location.search}`);
}
