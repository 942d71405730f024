import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'Başka sözcükler veya daha az filtre deneyin.',
  nearest: '“{nearest}” mi demek istediniz?',
  chosen: 'Seçilen filtreler',
  remove: '“{name}” filtresini kaldır',
  removeAll: 'Tüm filtreleri kaldır',
  drop: {
    other: '“{name}” olmadan: {count} teklif',
  },
  any: 'fark etmez',
  facets: {
    at: 'Yapıldığı yer',
    provider: 'Sunan kuruluş',
  },
  hints: {
    audience: 'Herkese açık teklifler de sayılmıştır.',
    place: 'Orada yapılan veya orada yaşayanlara açık olanlar sayılmıştır.',
  },
  flags: {
    free: 'ücretsiz',
    stepfree: 'basamaksız erişim',
    online: 'çevrimiçi',
    childcare: 'çocuk bakımı var',
    openings: 'boş yer var',
    women: 'yalnızca kadınlar için',
  },
  times: {
    morning: 'sabah',
    afternoon: 'öğleden sonra',
    evening: 'akşam',
  },
  levels: {
    A0: 'henüz Almanca bilmiyorum',
    A1: 'A1 – ilk sözcükler',
    A2: 'A2 – basit konuşmalar',
    B1: 'B1 – günlük yaşam',
    B2: 'B2 – iş',
    C1: 'C1 – akıcı',
    C2: 'C2 – ana dili gibi',
  },
};
