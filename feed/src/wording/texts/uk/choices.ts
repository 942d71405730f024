import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'Спробуйте інші слова або менше фільтрів.',
  nearest: 'Ви мали на увазі «{nearest}»?',
  chosen: 'Вибрані фільтри',
  remove: 'Прибрати фільтр «{name}»',
  removeAll: 'Прибрати всі фільтри',
  drop: {
    one: 'Без «{name}»: {count} пропозиція',
    few: 'Без «{name}»: {count} пропозиції',
    many: 'Без «{name}»: {count} пропозицій',
    other: 'Без «{name}»: {count} пропозиції',
  },
  any: 'байдуже',
  facets: {
    at: 'Відбувається в',
    provider: 'Організація',
  },
  hints: {
    audience: 'Пропозиції для всіх також враховано.',
    place: 'Враховано те, що відбувається там або призначене для людей звідти.',
  },
  flags: {
    free: 'безкоштовно',
    stepfree: 'без сходів',
    online: 'онлайн',
    childcare: 'з доглядом за дітьми',
    openings: 'є вільні місця',
    women: 'лише для жінок',
  },
  times: {
    morning: 'до обіду',
    afternoon: 'після обіду',
    evening: 'увечері',
  },
  levels: {
    A0: 'ще не знаю німецької',
    A1: 'A1 – перші слова',
    A2: 'A2 – прості розмови',
    B1: 'B1 – повсякдення',
    B2: 'B2 – робота',
    C1: 'C1 – вільно',
    C2: 'C2 – як рідна мова',
  },
};
