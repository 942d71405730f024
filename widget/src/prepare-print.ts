// Nothing can be fetched while a page is being printed. Who is about to print presses a key first or
// leaves the page for the browser's menu.
const prepare = () => void import('./print.js');
matchMedia('print').addEventListener('change', prepare);
for (const type of ['blur', 'keydown']) window.addEventListener(type, prepare);
