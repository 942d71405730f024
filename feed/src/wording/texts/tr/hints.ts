import type { HintWords } from '../../words.js';

export const hints: HintWords = {
  offered: 'Önerilen filtreler',
  filterBy: '“{name}” ile filtrele',
  inGerman: 'Almanca arandı:',
  foundFor: 'Şu arama için bulundu:',
  instead: 'Burada bulunanlar:',
  offers: {
    other: '{name}: {count} teklif',
  },
};
