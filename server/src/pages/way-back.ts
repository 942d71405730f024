import { qrCode } from '@vielfalt/feed/qr-code';
import { html, type HtmlContent } from '../text/html.js';

/** The way from paper to a page: its address, in a QR code too; nothing where no address is known. */
export function wayBack(address: string | undefined): HtmlContent {
  if (address === undefined) return undefined;
  const code = qrCode(address);
  return html`<div class="on-paper way-back">
    ${
      code &&
      html`<svg viewBox="0 0 ${code.size} ${code.size}" aria-hidden="true">
        <path d="${code.path}" />
      </svg>`
    }
    <p><bdi>${address}</bdi></p>
  </div>`;
}
