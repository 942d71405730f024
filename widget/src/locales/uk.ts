import { uk as words } from '@vielfalt/feed/texts/uk/index.js';
import type { Locale } from './texts.js';

export const uk: Locale = {
  ...words,
  frame: {
    ...words.frame,
    filters: {
      title: 'Фільтри',
      open: 'Фільтрувати',
    },
    list: {
      title: 'Пропозиції',
      loading: 'Пропозиції завантажуються …',
      more: {
        other: 'Показати ще (залишилося {count})',
      },
      show: {
        one: 'Показати {count} пропозицію',
        few: 'Показати {count} пропозиції',
        many: 'Показати {count} пропозицій',
        other: 'Показати {count} пропозиції',
      },
      stale: 'Каталог зараз недоступний. Ви бачите дані станом на {date}.',
      retry: 'Спробувати ще раз',
      reload: 'Оновити сторінку',
      failed: 'Не вдалося завантажити пропозиції.',
      failedHint: 'Перевірте з’єднання з інтернетом або відкрийте каталог безпосередньо.',
      refused: 'Такого вибору в каталозі немає.',
      toDirectory: 'До каталогу',
    },
  },
  card: {
    ...words.card,
    chips: {
      ...words.card.chips,
      open: 'Зараз відчинено',
      running: 'Зараз триває',
      ended: 'Завершено',
    },
    open: 'Докладніше',
    close: 'Показати менше',
    checked: {
      on: 'Перевірено {date}',
      by: '–',
      ago: 'Востаннє перевірено {ago}',
      ask: 'будь ласка, запитайте',
    },
    loading: 'Завантаження …',
    failed: 'Не вдалося завантажити.',
  },
  choices: {
    ...words.choices,
    clear: 'Стерти слова пошуку',
    refusedValue: 'Невідомо: {name}="{value}".',
    languages: 'Мова',
    earlier: 'Попередній пошук: {found}',
    notMade:
      'Новий пошук ще не виконано: каталог зараз недоступний. У списку досі попередній пошук (станом на {date}).',
    filters: {
      chosen: {
        one: 'вибрано {count}',
        other: 'вибрано {count}',
      },
      fewer: 'Показати менше',
      find: 'Шукати в «{name}»',
      findNone: 'Нічого не знайдено',
      close: 'Закрити',
      ageHint: 'у роках',
      levelHint: 'Ваш рівень зараз',
      near: 'Поруч зі мною',
      nearOn: 'Поруч зі мною ({km} км)',
      nearWait: 'Визначаємо місце …',
      nearDenied:
        'Ваш браузер або цей сайт не передає ваше місцеперебування. Натомість виберіть місце.',
      nearFailed: 'Не вдалося визначити ваше місцеперебування. Натомість виберіть місце.',
    },
  },
  details: {
    ...words.details,
    linked: {
      title: 'Пропозиція за посиланням',
      close: 'Сховати пропозицію за посиланням',
      gone: 'Пропозиції за посиланням тут немає або вже немає.',
    },
    distance: 'за {distance} звідси',
    text: {
      failed: 'Не вдалося завантажити повний текст.',
      link: 'Посилання на цю пропозицію',
    },
    translation: {
      original: 'Показати оригінал',
      translated: 'Показати переклад',
    },
    offer: {
      failed: 'Не вдалося завантажити пропозицію.',
      gone: 'Цієї пропозиції тут немає або вже немає.',
    },
    provider: {
      failed: 'Не вдалося завантажити організацію.',
      gone: 'Цієї організації тут немає або вже немає.',
    },
  },
  hints: {
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
  },
};
