// Nothing can be fetched while a page is being printed. People about to print press a key first or
// leave the page for the browser's menu.
const prepare = () => void import('./print.js');
matchMedia('print').addEventListener('change', prepare);
for (const type of ['blur', 'keydown']) window.addEventListener(type, prepare);
