import type { HintWords } from '../../words.js';

export const hints: HintWords = {
  offered: 'Запропоновані фільтри',
  filterBy: 'Фільтрувати за «{name}»',
  inGerman: 'Пошук німецькою:',
  foundFor: 'Знайдено за запитом:',
  instead: 'Тут є:',
  offers: {
    one: '{name}: {count} пропозиція',
    few: '{name}: {count} пропозиції',
    many: '{name}: {count} пропозицій',
    other: '{name}: {count} пропозиції',
  },
};
