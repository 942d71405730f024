import type { Texts } from './texts.js';

export const uk: Texts = {
  tag: 'uk',
  dir: 'ltr',
  shell: {
    skip: 'Перейти до вмісту',
    home: 'Головна сторінка',
    languages: 'Мови',
    demo: 'Демонстрація: усі пропозиції, імена та номери вигадані.',
    footer: 'Про цей довідник',
    publisher: 'видавець: {name}',
    asOf: 'Станом на {date}',
    licence: 'Ліцензія: {name}',
    imprint: 'Вихідні дані',
    privacy: 'Захист даних',
    accessibility: 'Доступність',
    insight: 'Що є і чого бракує',
  },
};
