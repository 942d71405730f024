import { ar as words } from '@vielfalt/feed/texts/ar/index.js';
import type { Locale } from './texts.js';

export const ar: Locale = {
  ...words,
  frame: {
    ...words.frame,
    filters: {
      title: 'التصفية',
      open: 'تصفية',
    },
    list: {
      title: 'العروض',
      loading: 'جارٍ تحميل العروض…',
      more: {
        one: 'عرض المزيد (بقي عرض واحد)',
        two: 'عرض المزيد (بقي عرضان)',
        few: 'عرض المزيد (بقيت {count} عروض)',
        many: 'عرض المزيد (بقي {count} عرضًا)',
        other: 'عرض المزيد (بقي {count} عرض)',
      },
      show: {
        zero: 'لا عروض',
        one: 'عرض النتيجة الواحدة',
        two: 'عرض النتيجتين',
        few: 'عرض {count} نتائج',
        many: 'عرض {count} نتيجة',
        other: 'عرض {count} نتيجة',
      },
      stale: 'لا يمكن الوصول إلى الدليل حاليًا. ما تراه يعود إلى {date}.',
      retry: 'حاول مرة أخرى',
      reload: 'إعادة تحميل الصفحة',
      failed: 'تعذّر تحميل العروض.',
      failedHint: 'تحقّق من اتصالك بالإنترنت أو افتح الدليل مباشرة.',
      refused: 'هذا الاختيار غير موجود في الدليل.',
      toDirectory: 'إلى الدليل',
    },
  },
  card: {
    ...words.card,
    chips: { ...words.card.chips, open: 'مفتوح الآن', running: 'جارٍ الآن', ended: 'انتهى' },
    open: 'التفاصيل',
    close: 'عرض أقل',
    loading: 'جارٍ التحميل…',
    failed: 'تعذّر التحميل.',
  },
  choices: {
    ...words.choices,
    clear: 'مسح كلمات البحث',
    refusedValue: 'غير معروف: {name}="{value}".',
    languages: 'اللغة',
    earlier: 'البحث السابق: {found}',
    notMade:
      'لم يُنفَّذ بحثك الجديد بعد: لا يمكن الوصول إلى الدليل حاليًا. ما زالت القائمة تعرض البحث السابق (بتاريخ {date}).',
    filters: {
      chosen: {
        zero: 'لا شيء مختار',
        one: 'خيار واحد',
        two: 'خياران',
        few: '{count} خيارات',
        many: '{count} خيارًا',
        other: '{count} خيار',
      },
      fewer: 'عرض أقل',
      find: 'البحث في «{name}»',
      findNone: 'لم يُعثر على شيء',
      close: 'إغلاق',
      ageHint: 'بالسنوات',
      levelHint: 'مستواك الحالي',
      near: 'بالقرب مني',
      nearOn: 'بالقرب مني ({km} كم)',
      nearWait: 'جارٍ تحديد موقعك…',
      nearDenied: 'المتصفح أو هذا الموقع لا يسمح بمعرفة مكانك. اختر مكانًا بدلًا من ذلك.',
      nearFailed: 'تعذّر تحديد موقعك. اختر مكانًا بدلًا من ذلك.',
    },
  },
  details: {
    ...words.details,
    linked: {
      title: 'العرض المرتبط',
      close: 'إخفاء العرض المرتبط',
      gone: 'العرض المرتبط غير موجود هنا أو لم يعد موجودًا.',
    },
    distance: 'على بعد {distance}',
    text: {
      failed: 'تعذّر تحميل النص الكامل.',
      link: 'رابط هذا العرض',
    },
    translation: {
      original: 'عرض النص الأصلي',
      translated: 'عرض الترجمة',
    },
    offer: {
      failed: 'تعذّر تحميل العرض.',
      gone: 'هذا العرض غير موجود هنا أو لم يعد موجودًا.',
    },
    provider: {
      failed: 'تعذّر تحميل الجهة المقدِّمة.',
      gone: 'هذه الجهة غير موجودة هنا أو لم تعد موجودة.',
    },
  },
};
