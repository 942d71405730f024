import type { DetailWords } from '../../words.js';

export const details: DetailWords = {
  facts: {
    eligibility: 'Koşullar',
    level: 'Düzey',
    registration: 'Kayıt',
    places: 'Yer durumu',
    extras: 'Bilmekte yarar var',
    bring: 'Yanınızda getirin',
    contact: 'İletişim',
    links: 'Daha fazlası',
  },
  time: {
    from: 'başlangıç: {date}',
    nextDay: '{from} – ertesi gün {to}',
    others: 've diğer saatler',
    weeks: {
      other: '{count} haftada bir',
    },
    months: {
      other: '{count} ayda bir',
    },
    nth: ['1. {day}', '2. {day}', '3. {day}', '4. {day}', '5. {day}', 'son {day}'],
    monthly: 'her ayın {days} günü',
    monthDay: 'her ayın {day}. günü',
    more: {
      one: 've {count} tarih daha',
      other: 've {count} tarih daha',
    },
    cancelled: 'yapılmayacak: {date}',
    'public-holidays': 'resmî tatillerde yok',
    'school-holidays': 'okul tatillerinde yok',
    anyTime: 'istediğiniz zaman katılabilirsiniz',
  },
  where: {
    onRequest: 'Adres sorulunca verilir',
    serves: 'Şuralarda oturanlar için: {places}',
    map: 'Haritada göster',
    stepFree: {
      yes: 'Basamaksız erişim',
      partly: 'Kısmen basamaksız erişim',
      no: 'Basamaksız erişim yok',
      unknown: 'Basamaksız erişim olup olmadığı bilinmiyor',
    },
  },
  marks: {
    'residence-status': 'Oturum durumuna bağlı',
    'entitlement-certificate': 'Hak sahipliği belgesiyle',
    'job-centre': 'Jobcenter veya iş ajansının yönlendirmesiyle',
    'registered-address': 'Bölgede kayıtlı adresle',
  },
  language: {
    taught: 'Ders: {language}',
    needed: '{level} düzeyinden itibaren',
    reached: 'hedef {level}',
    interpretation: 'Çeviri yapılabilir',
  },
  unknown: 'Bilinmiyor – lütfen sorun',
  registration: {
    needed: 'Kayıt gerekli',
    notNeeded: 'Kayıt gerekmez',
    web: 'Kayıt sayfası',
  },
  placesOn: 'Durum: {date}',
  web: 'Web sitesi',
  source: 'Kaynak: {name}',
  report: {
    link: 'Hata bildir',
    offer: {
      subject: 'Teklifte hata',
      body: 'Merhaba, bu teklifte bir yanlışlık var:',
    },
    provider: {
      subject: 'Sunan kuruluşta hata',
      body: 'Merhaba, bu kuruluşla ilgili bilgilerde bir yanlışlık var:',
    },
  },
  networks: 'Ağlar',
};
