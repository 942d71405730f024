import type { DetailWords } from '../../words.js';

export const details: DetailWords = {
  facts: {
    eligibility: 'الشروط',
    level: 'المستوى',
    registration: 'التسجيل',
    places: 'الأماكن',
    extras: 'معلومات مفيدة',
    bring: 'ما يجب إحضاره',
    contact: 'التواصل',
    links: 'المزيد',
  },
  time: {
    from: 'من {date}',
    nextDay: 'من {from} حتى {to} في اليوم التالي',
    others: 'وأوقات أخرى',
    weeks: {
      two: 'كل أسبوعين',
      few: 'كل {count} أسابيع',
      other: 'كل {count} أسبوعًا',
    },
    months: {
      two: 'كل شهرين',
      few: 'كل {count} أشهر',
      other: 'كل {count} شهرًا',
    },
    nth: [
      '{day} الأول',
      '{day} الثاني',
      '{day} الثالث',
      '{day} الرابع',
      '{day} الخامس',
      '{day} الأخير',
    ],
    monthly: '{days} من كل شهر',
    monthDay: 'في اليوم {day} من كل شهر',
    more: {
      one: 'وموعد آخر',
      two: 'وموعدان آخران',
      few: 'و{count} مواعيد أخرى',
      many: 'و{count} موعدًا آخر',
      other: 'و{count} موعد آخر',
    },
    cancelled: 'يُلغى: {date}',
    'public-holidays': 'ليس في أيام العطل الرسمية',
    'school-holidays': 'ليس في العطل المدرسية',
    anyTime: 'يمكن الانضمام في أي وقت',
  },
  where: {
    onRequest: 'العنوان عند الطلب',
    serves: 'لسكان: {places}',
    map: 'العرض على الخريطة',
    stepFree: {
      yes: 'يمكن الوصول بدون درج',
      partly: 'يمكن الوصول جزئيًا بدون درج',
      no: 'لا يمكن الوصول بدون درج',
      unknown: 'غير معروف إن كان الوصول ممكنًا بدون درج',
    },
  },
  marks: {
    'residence-status': 'حسب وضع الإقامة',
    'entitlement-certificate': 'بشهادة استحقاق',
    'job-centre': 'بتكليف من مركز العمل أو وكالة العمل',
    'registered-address': 'بعنوان مسجَّل في المنطقة',
  },
  language: {
    taught: 'لغة التعليم: {language}',
    needed: 'من {level}',
    reached: 'الهدف {level}',
    interpretation: 'الترجمة الفورية ممكنة',
  },
  unknown: 'غير معروف – يُرجى السؤال',
  registration: {
    needed: 'التسجيل ضروري',
    notNeeded: 'بدون تسجيل',
    web: 'إلى التسجيل',
  },
  placesOn: 'بتاريخ {date}',
  web: 'الموقع الإلكتروني',
  source: 'المصدر: {name}',
  report: {
    link: 'الإبلاغ عن خطأ',
    offer: {
      subject: 'خطأ في عرض',
      body: 'مرحبًا، هناك خطأ في هذا العرض:',
    },
    provider: {
      subject: 'خطأ في بيانات جهة مقدِّمة',
      body: 'مرحبًا، هناك خطأ في بيانات هذه الجهة:',
    },
  },
  networks: 'الشبكات',
};
