import type { InsightTexts } from './insight-texts.js';

export const tr: InsightTexts = {
  counted: { other: '{count} teklif sayıldı' },
  choose: 'Tablolar',
  views: {
    topics: 'Yerlere göre konular',
    audiences: 'Yerlere göre hedef gruplar',
    languages: 'Yerlere göre diller',
    times: 'Yerlere göre günler ve saatler',
    'topics-by-audience': 'Konular ve hedef gruplar',
    gaps: 'Eksik olanlar',
    checks: 'Bilgiler ne kadar eski',
  },
  when: 'Gün ve günün saati',
  all: 'toplam',
  everyone: 'herkes için',
  filter: 'Yalnızca bazı teklifleri say',
  apply: 'Say',
  only: 'Yalnızca şunlar sayılıyor: {filters}',
  clear: 'Yeniden hepsini say',
  csv: 'CSV olarak tablo',
  legend: 'Teklif sayısı:',
  missed: 'oysa diğer yerlerin en az {most} kadarında var',
  how: 'Nasıl sayılıyor',
  rules: {
    place:
      'Bir teklif, yapıldığı ya da insanlarına hizmet verdiği her yerde sayılır; bütün bölge için olan her yerde sayılır.',
    audience:
      'Hedef grubu belirtilmeyen teklif herkes içindir. Burada “herkes için” altında durur ve hiçbir hedef grupta sayılmaz; sayının arkasındaki liste onu da gösterir.',
    filtered:
      '“+” işaretinden sonraki sayı, hedef grup belirtmeyen ve bu yüzden herkes için olan tekliflerdir; sayının arkasındaki liste ikisini de gösterir.',
    unknown: 'Dil ya da zaman bildirmeyen bir teklif orada hiçbir yerde sayılmaz.',
    several:
      'Birkaç yerde yapılan ya da birkaç konusu olan teklif birkaç kez, “toplam” içinde ise bir kez sayılır; bir konuda altındaki her şey sayılır.',
    ended: 'Sona eren teklifler sayılmaz, ara verilenler sayılır.',
  },
  gaps: {
    about:
      'Burada, diğer yerlerin en az {most} kadarında bulunan ve yerdeki teklif sayısına göre en az bir kez beklenen, ama orada hiçbir teklifin belirtmediği şeyler durur. En çok yerde bulunan önce gelir.',
    nothing: 'Bu kurala göre şu anda hiçbir şey eksik değil.',
    others: 'diğer {all} yerin {count} tanesinde var',
    everyone: { other: 'herkes için {count} teklif' },
    more: { other: 've {count} eksik daha' },
    missing: 'Eksik olan',
    having: 'bulunduğu diğer yerler',
    share: 'beklenen',
  },
  ages: {
    'half-year': '6 aya kadar',
    year: '6–12 ay',
    'two-years': '1–2 yıl',
    older: '2 yıldan eski',
    never: 'hiç kontrol edilmedi',
  },
  checksRule: 'Bir teklifin son kontrol edildiği gün esas alınır.',
  oldest: 'Teklifleri kontrol gününe göre gör',
  source: 'Kaynak',
  address: 'Adres',
};
