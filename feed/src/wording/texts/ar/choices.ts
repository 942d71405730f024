import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'جرّب كلمات أخرى أو عوامل تصفية أقل.',
  nearest: 'هل تقصد «{nearest}»؟',
  chosen: 'عوامل التصفية المختارة',
  remove: 'إزالة عامل التصفية «{name}»',
  removeAll: 'إزالة كل عوامل التصفية',
  any: 'لا يهم',
  extras: 'معلومات مفيدة',
  facets: {
    at: 'يُقام في',
    audience: 'لمن',
    kind: 'نوع العرض',
    provider: 'الجهة المقدِّمة',
    spoken: 'لغة التواصل',
    day: 'يوم الأسبوع',
    time: 'وقت اليوم',
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
