const form = document.querySelector('#configure');
const updated = document.querySelector('#updated');

/** For the styles: buttons that need a script are shown only now. */
document.documentElement.classList.add('scripted');

/** How long typing has to rest before the page is asked for, in milliseconds. */
const PAUSE = 400;

/** The address of what is chosen in the form now. */
function address() {
  const chosen = new URLSearchParams(new FormData(form));
  const filled = [...chosen].filter(([, value]) => value.trim());
  const query = new URLSearchParams(filled).toString();
  return form.getAttribute('action').replace(/#.*/, '') + (query && `?${query}`);
}

/** Resolved as soon as the lines are those of what is chosen now. */
let upToDate = Promise.resolve();
let release;

/** Marks what another choice may change as out of date, until its answer is there. */
function expectAnswer() {
  for (const part of document.querySelectorAll('[data-live]')) {
    part.setAttribute('aria-busy', 'true');
  }
  if (!release) upToDate = new Promise((resolve) => (release = resolve));
}

function endWaiting() {
  for (const part of document.querySelectorAll('[data-live]')) part.removeAttribute('aria-busy');
  release?.();
  release = undefined;
}

let waiting = new AbortController();
let kind = form.elements.show.value;

/** Takes the parts over that another choice has changed; what has the focus stays as it is. */
function take(page) {
  const isOther = kind !== form.elements.show.value;
  kind = form.elements.show.value;
  const parts = document.querySelectorAll(`[data-live], .languages${isOther ? ', #subject' : ''}`);
  for (const old of parts) {
    const now = page.querySelector(old.id ? `#${old.id}` : '.languages');
    if (now && !now.isEqualNode(old)) old.replaceWith(document.adoptNode(now));
  }
}

/**
 * Asks for the page of the choice, which the service writes: there is one source of it. Where none
 * comes, the form is sent: the browser says what is wrong.
 */
async function refresh() {
  waiting = new AbortController();
  const { signal } = waiting;
  updated.textContent = '';
  try {
    const answer = await fetch(address(), { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return;
    if (!page.querySelector('#configure')) throw new Error('The service is out of order');
    endWaiting();
    take(page);
    history.replaceState(history.state, '', address());
    updated.textContent = updated.dataset.said;
  } catch (error) {
    if (error.name !== 'AbortError') form.submit();
  }
}

let timer;
function refreshSoon(pause) {
  clearTimeout(timer);
  waiting.abort();
  expectAnswer();
  timer = setTimeout(refresh, pause);
}

/** A list whose last field is filled gets one more: several values can be chosen. */
function repeat(list) {
  const last = list.querySelector('select:last-of-type');
  if (!last.value) return;
  const next = last.cloneNode(true);
  next.options[0].text = list.dataset.or;
  next.value = '';
  next.id = `${list.querySelector('label').htmlFor}-${list.querySelectorAll('select').length}`;
  next.setAttribute('aria-label', list.dataset.repeats);
  last.after(next);
}

/** Puts a field to pick a colour beside the one it is written in. */
function offerColours() {
  for (const field of form.querySelectorAll('[data-colour]')) {
    const picker = document.createElement('input');
    picker.type = 'color';
    picker.dataset.picks = field.id;
    picker.setAttribute('aria-label', field.labels[0].textContent.trim());
    field.after(picker);
    showColour(field);
  }
}

function showColour(field) {
  const picker = form.querySelector(`[data-picks='${field.id}']`);
  const [, digits] = /^#?([\da-f]{6})$/i.exec(field.value.trim()) ?? [];
  if (picker) picker.value = `#${digits ?? '888888'}`;
}

document.addEventListener('input', ({ target }) => {
  if (target.form !== form) return;
  const { picks } = target.dataset;
  if (picks) document.getElementById(picks).value = target.value;
  else if (target.dataset.colour !== undefined) showColour(target);
  const list = target.closest('[data-repeats]');
  if (list) repeat(list);
  refreshSoon(target.tagName === 'SELECT' || target.type === 'checkbox' ? 0 : PAUSE);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  refreshSoon(0);
  document.querySelector('#lines').focus();
});

/** Copies a field's text of now; where the browser forbids it, the text is left selected. */
async function copy({ id, dataset: { copies } }) {
  await upToDate;
  const field = document.getElementById(copies);
  if (!field) return;
  const button = document.getElementById(id);
  const status = button.parentElement.querySelector('[role=status]');
  if (document.activeElement === document.body) button.focus();
  field.select();
  const isCopied = await navigator.clipboard?.writeText(field.value).then(
    () => true,
    () => false,
  );
  const isDone = isCopied || document.execCommand('copy');
  if (!isDone) field.focus();
  status.textContent = isDone ? status.dataset.done : status.dataset.selected;
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-copies]');
  if (button) void copy(button);
});

/** Back from the browser's message that there was no answer. */
window.addEventListener('pageshow', () => {
  if (release) refreshSoon(0);
});

offerColours();
