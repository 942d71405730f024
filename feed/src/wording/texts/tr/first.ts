import type { CardWords, FrameWords } from '../../words.js';

export const frame: FrameWords = {
  landmark: 'Teklif ara',
  label: 'Ne arıyorsunuz?',
  found: {
    one: '{count} teklif bulundu',
    other: '{count} teklif bulundu',
  },
  none: 'Teklif bulunamadı',
  more: {
    one: '{count} seçenek daha',
    other: '{count} seçenek daha',
  },
  sort: 'Sırala',
  sorts: {
    relevance: 'En uygun önce',
    title: 'Başlık',
    next: 'Sonraki tarih',
    distance: 'Uzaklık',
    checked: 'Son kontrol',
  },
  facets: {
    topic: 'Konu',
    place: 'Yer',
    audience: 'Kimler için',
    kind: 'Teklif türü',
    spoken: 'Orada konuşulan dil',
    day: 'Haftanın günü',
    time: 'Günün saati',
    flags: 'Bilmekte yarar var',
    level: 'Almanca bilgisi',
    age: 'Yaş',
  },
  demo: 'Tanıtım: Tüm teklifler, adlar ve numaralar uydurmadır.',
  publisher: 'yayımlayan: {name}',
  asOf: 'Durum: {date}',
  licence: 'Lisans: {name}',
  imprint: 'Künye',
  privacy: 'Gizlilik',
  accessibility: 'Erişilebilirlik',
};

export const card: CardWords = {
  comma: ', ',
  facts: {
    when: 'Ne zaman',
    where: 'Nerede',
    whom: 'Kimler için',
    languages: 'Diller',
    cost: 'Ücret',
  },
  chips: {
    paused: 'Şu an ara verildi',
    free: 'Ücretsiz',
    'places-free': 'Boş yer var',
    'places-waiting-list': 'Bekleme listesi',
    'places-full': 'Yer kalmadı',
    women: 'Yalnızca kadınlar',
    men: 'Yalnızca erkekler',
    childcare: 'Çocuk bakımı var',
  },
  clock: 'saat {time}',
  until: 'en geç {date}',
  byAppointment: 'randevuyla',
  online: 'Çevrimiçi',
  atHome: 'Evinizde',
  everyone: 'Herkes için',
  age: {
    from: {
      one: '{count} yaşından itibaren',
      other: '{count} yaşından itibaren',
    },
    to: {
      one: '{count} yaşına kadar',
      other: '{count} yaşına kadar',
    },
    span: '{from}–{to} yaş',
  },
  more: '{list} ve {count} tane daha',
  call: 'Ara',
  write: 'E-posta yaz',
  machine: 'Makine çevirisi',
};
