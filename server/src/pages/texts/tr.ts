import type { Texts } from './texts.js';

export const tr: Texts = {
  tag: 'tr',
  dir: 'ltr',
  shell: {
    skip: 'İçeriğe geç',
    home: 'Ana sayfa',
    languages: 'Diller',
    demo: 'Tanıtım: Tüm teklifler, adlar ve numaralar uydurmadır.',
    footer: 'Bu rehber hakkında',
    publisher: 'yayımlayan: {name}',
    asOf: 'Güncellenme: {date}',
    licence: 'Lisans: {name}',
    imprint: 'Künye',
    privacy: 'Gizlilik',
    accessibility: 'Erişilebilirlik',
    insight: 'Neler var, neler eksik',
  },
};
