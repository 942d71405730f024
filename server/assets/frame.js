/** The word that WordPress gives a frame and expects with all that the frame says. */
const secret = /^#\?secret=(\w+)$/.exec(location.hash)?.[1];
/** In a sandbox the page is nobody's, and links lead nowhere unless the page around lets them. */
const isSandboxed = window.origin === 'null';

const dialog = document.querySelector('dialog');
const field = dialog.querySelector('input');
const status = dialog.querySelector('[role=status]');
let told = 0;

for (const { content } of document.querySelectorAll('meta[name=vielfalt-ignored]')) {
  console.warn(`Vielfalt: left out ${content}`);
}

function say(message) {
  if (parent !== window) parent.postMessage(message, '*');
}

/** Tells the page around how high this one is: in our words, and in WordPress's. */
function tellHeight() {
  told = Math.ceil(document.documentElement.getBoundingClientRect().height);
  say({ vielfalt: 'height', value: told });
  if (secret) say({ message: 'height', value: told, secret });
}

// At once: WordPress hides a frame that has said nothing, and browsers observe nothing in hidden ones.
tellHeight();
new ResizeObserver(() => {
  const { height } = document.documentElement.getBoundingClientRect();
  if (Math.ceil(height) !== told) tellHeight();
}).observe(document.documentElement);

/** The page around may begin to listen later. */
window.addEventListener('message', ({ source, data }) => {
  const isReady = data?.vielfalt === 'ready' || data?.message === 'ready';
  if (source === parent && isReady) tellHeight();
});

/**
 * Finds the part of the frame that is seen, for what has to open there: a frame as high as its
 * content is far higher than the window.
 */
function lookAround() {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    const { top, height } = entry.intersectionRect;
    const { style } = document.documentElement;
    style.setProperty('--_top', `${top + height * 0.08}px`);
    style.setProperty('--_bottom', 'auto');
    style.setProperty('--_seen', `${height}px`);
  });
  observer.observe(document.documentElement);
}

/** Opens an address outside the frame as far as the page around lets it. */
function lead(href) {
  const address = new URL(href);
  if (secret && address.host === location.host) {
    say({ message: 'link', value: href, secret });
    return true;
  }
  if (!/^https?:$/.test(address.protocol)) return false;
  const opened = window.open(href, '_blank');
  if (opened) opened.opener = null;
  return opened !== null;
}

/** Shows an address as text to copy. */
function show(href) {
  status.textContent = '';
  field.value = /^(tel|mailto):/.test(href) ? decoded(href.replace(/^\w+:|\?.*$/g, '')) : href;
  dialog.showModal();
  field.select();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

window.addEventListener('click', lookAround, true);
window.addEventListener('resize', lookAround);
// Forms are closed in a sandbox, which browsers complain of; what is typed has been looked for.
window.addEventListener(
  'keydown',
  (event) => {
    const [typed] = event.composedPath();
    const isSent = event.key === 'Enter' && typed instanceof HTMLInputElement;
    if (isSandboxed && isSent) event.preventDefault();
  },
  true,
);
window.addEventListener('click', (event) => {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (event.defaultPrevented || !link?.href) return;
  if (!isSandboxed) {
    // A telephone rings without a window of its own.
    if (!/^https?:/.test(link.href)) link.target = '_self';
    return;
  }
  event.preventDefault();
  if (!lead(link.href)) show(link.href);
});

dialog.addEventListener('click', ({ target }) => {
  if (target.name === 'close') dialog.close();
  if (target.name !== 'copy') return;
  field.select();
  // The clipboard of today is closed to frames.
  if (document.execCommand('copy')) status.textContent = status.dataset.copied;
});
