/** What a sheet can do where scripts run: print, copy its link, hand it to the device. */
const acts = document.querySelector('.acts');
const status = acts?.querySelector('[role=status]');
const field = acts?.querySelector('label');

function byHand() {
  field.hidden = false;
  field.querySelector('input').select();
}

const DOES = {
  print: () => print(),
  async copy(url) {
    await navigator.clipboard.writeText(url);
    status.textContent = status.dataset.copied;
  },
  share: (url) => navigator.share({ title: acts.dataset.title, url }),
};

if (acts) {
  // The address as somebody else has to write it: the service may not know its own.
  const link = new URL(acts.dataset.link, location.href).href;
  field.querySelector('input').value = link;
  acts.hidden = false;
  acts.querySelector('[data-act=share]').hidden = !('share' in navigator);
  acts.addEventListener('click', async ({ target }) => {
    const act = target.dataset.act;
    if (!act) return;
    status.textContent = '';
    try {
      await DOES[act](link);
    } catch (error) {
      if (error.name !== 'AbortError') byHand();
    }
  });
}
