import type { HintWords } from '../../words.js';

export const hints: HintWords = {
  offered: 'عوامل تصفية مقترحة',
  filterBy: 'التصفية حسب «{name}»',
  inGerman: 'البحث بالألمانية:',
  foundFor: 'ظهر نتيجةً للبحث عن:',
  instead: 'المتوفر هنا:',
  offers: {
    zero: '{name}: لا عروض',
    one: '{name}: عرض واحد',
    two: '{name}: عرضان',
    few: '{name}: {count} عروض',
    many: '{name}: {count} عرضًا',
    other: '{name}: {count} عرض',
  },
};
