import type { DetailWords } from '../../words.js';

export const details: DetailWords = {
  facts: {
    eligibility: 'Умови',
    level: 'Рівень',
    registration: 'Запис',
    places: 'Місця',
    extras: 'Варто знати',
    bring: 'Візьміть із собою',
    contact: 'Контакт',
    links: 'Докладніше',
  },
  time: {
    from: 'з {date}',
    nextDay: 'з {from} до {to} наступного дня',
    others: 'та в інший час',
    weeks: {
      few: 'кожні {count} тижні',
      many: 'кожні {count} тижнів',
      other: 'кожні {count} тижні',
    },
    months: {
      few: 'кожні {count} місяці',
      many: 'кожні {count} місяців',
      other: 'кожні {count} місяці',
    },
    nth: ['1-й {day}', '2-й {day}', '3-й {day}', '4-й {day}', '5-й {day}', 'останній {day}'],
    monthly: '{days} щомісяця',
    monthDay: '{day}-го числа щомісяця',
    more: {
      one: 'і ще {count} дата',
      few: 'і ще {count} дати',
      many: 'і ще {count} дат',
      other: 'і ще {count} дати',
    },
    cancelled: 'скасовано: {date}',
    'public-holidays': 'не у святкові дні',
    'school-holidays': 'не під час шкільних канікул',
    anyTime: 'приєднатися можна будь-коли',
  },
  where: {
    onRequest: 'Адреса за запитом',
    serves: 'Для мешканців: {places}',
    map: 'Показати на карті',
    stepFree: {
      yes: 'Доступ без сходів',
      partly: 'Частково без сходів',
      no: 'Без сходів не дістатися',
      unknown: 'Невідомо, чи є доступ без сходів',
    },
  },
  marks: {
    'residence-status': 'Залежить від статусу перебування',
    'entitlement-certificate': 'З посвідченням про право на участь',
    'job-centre': 'За направленням центру зайнятості або агентства праці',
    'registered-address': 'Із зареєстрованою адресою в цій місцевості',
  },
  language: {
    taught: 'Викладається: {language}',
    needed: 'від {level}',
    reached: 'мета {level}',
    interpretation: 'Можливий усний переклад',
  },
  unknown: 'Невідомо – будь ласка, запитайте',
  registration: {
    needed: 'Потрібен запис',
    notNeeded: 'Без запису',
    web: 'Записатися',
  },
  placesOn: 'Станом на {date}',
  web: 'Вебсайт',
  source: 'Джерело: {name}',
  report: {
    link: 'Повідомити про помилку',
    offer: {
      subject: 'Помилка в пропозиції',
      body: 'Добрий день, у цій пропозиції щось не так:',
    },
    provider: {
      subject: 'Помилка про організацію',
      body: 'Добрий день, у відомостях про цю організацію щось не так:',
    },
  },
  networks: 'Мережі',
};
