import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'جرّب كلمات أخرى أو عوامل تصفية أقل.',
  nearest: 'هل تقصد «{nearest}»؟',
  chosen: 'عوامل التصفية المختارة',
  remove: 'إزالة عامل التصفية «{name}»',
  removeAll: 'إزالة كل عوامل التصفية',
  drop: {
    one: 'بدون «{name}»: عرض واحد',
    two: 'بدون «{name}»: عرضان',
    few: 'بدون «{name}»: {count} عروض',
    many: 'بدون «{name}»: {count} عرضًا',
    other: 'بدون «{name}»: {count} عرض',
  },
  any: 'لا يهم',
  facets: {
    at: 'يُقام في',
    provider: 'الجهة المقدِّمة',
  },
  hints: {
    audience: 'العروض المتاحة للجميع محسوبة أيضًا.',
    place: 'يُحسب ما يُقام هناك أو ما هو مخصّص لسكان المكان.',
  },
  flags: {
    free: 'مجاني',
    stepfree: 'بدون درج',
    online: 'عبر الإنترنت',
    childcare: 'مع رعاية الأطفال',
    openings: 'توجد أماكن شاغرة',
    women: 'للنساء فقط',
  },
  times: {
    morning: 'صباحًا',
    afternoon: 'بعد الظهر',
    evening: 'مساءً',
  },
  levels: {
    A0: 'لا أتكلم الألمانية بعد',
    A1: 'A1 – الكلمات الأولى',
    A2: 'A2 – محادثات بسيطة',
    B1: 'B1 – الحياة اليومية',
    B2: 'B2 – العمل',
    C1: 'C1 – بطلاقة',
    C2: 'C2 – مثل اللغة الأم',
  },
};
