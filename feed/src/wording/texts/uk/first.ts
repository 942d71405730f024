import type { CardWords, FrameWords } from '../../words.js';

export const frame: FrameWords = {
  landmark: 'Пошук пропозицій',
  label: 'Що ви шукаєте?',
  found: {
    one: 'Знайдено {count} пропозицію',
    few: 'Знайдено {count} пропозиції',
    many: 'Знайдено {count} пропозицій',
    other: 'Знайдено {count} пропозиції',
  },
  none: 'Пропозицій не знайдено',
  more: {
    one: 'ще {count} варіант',
    few: 'ще {count} варіанти',
    many: 'ще {count} варіантів',
    other: 'ще {count} варіанта',
  },
  sort: 'Сортувати за',
  sorts: {
    relevance: 'Спочатку найвідповідніші',
    title: 'Назвою',
    next: 'Найближчою датою',
    distance: 'Відстанню',
    checked: 'Останньою перевіркою',
  },
  facets: {
    topic: 'Тема',
    place: 'Місце',
  },
  demo: 'Демонстрація: усі пропозиції, імена та номери вигадані.',
  publisher: 'видавець: {name}',
  asOf: 'Станом на {date}',
  licence: 'Ліцензія: {name}',
  imprint: 'Вихідні дані',
  privacy: 'Захист даних',
  accessibility: 'Доступність',
};

export const card: CardWords = {
  comma: ', ',
  facts: {
    when: 'Коли',
    where: 'Де',
    whom: 'Для кого',
    languages: 'Мови',
    cost: 'Вартість',
  },
  chips: {
    paused: 'Зараз перерва',
    free: 'Безкоштовно',
    'places-free': 'Є місця',
    'places-waiting-list': 'Список очікування',
    'places-full': 'Місць немає',
    women: 'Лише для жінок',
    men: 'Лише для чоловіків',
  },
  clock: '{time}',
  allDay: 'увесь день',
  aroundTheClock: 'цілодобово',
  until: 'до {date}',
  nextTime: 'наступного разу: {day}',
  byAppointment: 'за домовленістю',
  alsoByAppointment: 'та за домовленістю',
  online: 'Онлайн',
  atHome: 'У вас удома',
  everyone: 'Для всіх',
  age: {
    from: {
      one: 'від {count} року',
      other: 'від {count} років',
    },
    to: {
      one: 'до {count} року',
      other: 'до {count} років',
    },
    span: 'від {from} до {to} років',
  },
  more: '{list} та ще {count}',
  call: 'Зателефонувати',
  write: 'Написати листа',
  machine: 'Машинний переклад',
};
