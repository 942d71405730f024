import { tr as words } from '@vielfalt/feed/texts/tr/index.js';
import type { Locale } from './texts.js';

export const tr: Locale = {
  ...words,
  frame: {
    ...words.frame,
    filters: {
      title: 'Filtreler',
      open: 'Filtrele',
    },
    list: {
      title: 'Teklifler',
      loading: 'Teklifler yükleniyor …',
      more: {
        other: 'Daha fazla göster ({count} tane daha)',
      },
      show: {
        other: '{count} teklifi göster',
      },
      stale: 'Rehbere şu anda ulaşılamıyor. Gördüğünüz bilgiler {date} tarihinden.',
      retry: 'Yeniden dene',
      reload: 'Sayfayı yeniden yükle',
      failed: 'Teklifler yüklenemedi.',
      failedHint: 'İnternet bağlantınızı kontrol edin veya rehberi doğrudan açın.',
      refused: 'Bu seçim rehberde yok.',
      toDirectory: 'Rehbere git',
    },
  },
  card: {
    ...words.card,
    chips: {
      ...words.card.chips,
      open: 'Şu anda açık',
      running: 'Şu anda sürüyor',
      ended: 'Sona erdi',
    },
    open: 'Ayrıntılar',
    close: 'Daha az göster',
    loading: 'Yükleniyor …',
    failed: 'Bu yüklenemedi.',
  },
  choices: {
    ...words.choices,
    clear: 'Arama sözcüklerini sil',
    refusedValue: 'Bilinmiyor: {name}="{value}".',
    languages: 'Dil',
    earlier: 'Önceki arama: {found}',
    notMade:
      'Yeni aramanız henüz yapılmadı: Dizine şu anda ulaşılamıyor. Liste hâlâ önceki aramayı gösteriyor ({date}).',
    filters: {
      chosen: {
        other: '{count} seçildi',
      },
      fewer: 'Daha az göster',
      find: '“{name}” içinde ara',
      findNone: 'Hiçbir şey bulunamadı',
      close: 'Kapat',
      ageHint: 'yıl olarak',
      levelHint: 'şu anki düzeyiniz',
      near: 'Yakınımda',
      nearOn: 'Yakınımda ({km} km)',
      nearWait: 'Konum belirleniyor …',
      nearDenied: 'Tarayıcınız veya bu site konumunuzu vermiyor. Bunun yerine bir yer seçin.',
      nearFailed: 'Konumunuz belirlenemedi. Bunun yerine bir yer seçin.',
    },
  },
  details: {
    ...words.details,
    linked: {
      title: 'Bağlantıdaki teklif',
      close: 'Bağlantıdaki teklifi gizle',
      gone: 'Bağlantıdaki teklif burada yok veya artık yok.',
    },
    distance: '{distance} uzakta',
    text: {
      failed: 'Metnin tamamı yüklenemedi.',
      link: 'Bu teklifin bağlantısı',
    },
    translation: {
      original: 'Orijinali göster',
      translated: 'Çeviriyi göster',
    },
    offer: {
      failed: 'Teklif yüklenemedi.',
      gone: 'Bu teklif burada yok veya artık yok.',
    },
    provider: {
      failed: 'Kuruluş yüklenemedi.',
      gone: 'Bu kuruluş burada yok veya artık yok.',
    },
  },
};
