/**
 * The script beside a frame: each frame of its directory on the page becomes as high as it says that
 * it is (`{ vielfalt: 'height', value }`, in CSS pixels). A classic script without any other part of
 * the elements.
 */

/** Higher than any list that somebody has gone through. */
const MOST = 200_000;

/** A module, which a consent manager may have made of it, does not know its own element. */
const script =
  document.currentScript ?? document.querySelector('script[src*="/widget/v1/frame.js"]');
const { src = '' } = (script ?? {}) as Partial<HTMLScriptElement>;
/** The service has its frames beside `widget/`. */
const [service = ''] = src.split('/widget/');

function framesOfOurs(): HTMLIFrameElement[] {
  return [...document.getElementsByTagName('iframe')].filter(({ src }) =>
    /^\/embed(?![^/?#])/.test(src.startsWith(service) ? src.slice(service.length) : ''),
  );
}

window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  const { vielfalt, value } = Object(data) as { vielfalt?: unknown; value?: unknown };
  const height = Math.min(Number(value), MOST);
  // In a sandbox it is nobody's; elsewhere it must not have been led to another website.
  const isOurs = origin === 'null' || `${service}/`.startsWith(`${origin}/`);
  if (vielfalt !== 'height' || !isOurs || !(height > 0)) return;
  for (const frame of framesOfOurs()) {
    if (frame.contentWindow === source) frame.height = `${height}`;
  }
});

// Those that have said it already say it again.
for (const { contentWindow } of framesOfOurs()) {
  contentWindow?.postMessage({ vielfalt: 'ready' }, '*');
}
