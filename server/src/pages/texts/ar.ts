import type { Texts } from './texts.js';

export const ar: Texts = {
  tag: 'ar',
  dir: 'rtl',
  shell: {
    skip: 'انتقل إلى المحتوى',
    home: 'الصفحة الرئيسية',
    languages: 'اللغات',
    demo: 'عرض تجريبي: جميع العروض والأسماء والأرقام من نسج الخيال.',
    footer: 'عن هذا الدليل',
    publisher: 'يصدره {name}',
    asOf: 'حتى تاريخ {date}',
    licence: 'الترخيص: {name}',
    imprint: 'بيانات الناشر',
    privacy: 'حماية البيانات',
    accessibility: 'سهولة الوصول',
    insight: 'ما هو موجود وما ينقص',
  },
};
