/** One page of each kind, on the demo directory. */
export const KINDS = [
  { name: 'the directory', path: '/', status: 200 },
  { name: 'a search', path: '/?q=deutsch&free=yes&page=2', status: 200 },
  { name: 'a search that finds nothing', path: '/?q=xyzzyx&topic=language', status: 200 },
  { name: 'a search with a mistake', path: '/?topic=langauge&age=old', status: 400 },
  { name: 'an offer', path: '/offers/berufssprachkurs-c1-abends-und-hybrid', status: 200 },
  {
    name: 'an offer that has ended',
    path: '/offers/pruefungscoaching-vor-dem-deutsch-test',
    status: 410,
  },
  { name: 'all providers', path: '/providers', status: 200 },
  { name: 'a provider', path: '/providers/sprachwerkstatt-nordlicht-ggmbh', status: 200 },
  { name: 'a topic', path: '/topics/language', status: 200 },
  { name: 'a place', path: '/places/witten?page=2', status: 200 },
  { name: 'for those who help', path: '/professionals', status: 200 },
  { name: 'for those who help in a town', path: '/professionals?place=witten', status: 200 },
  { name: 'for the newly arrived', path: '/newcomers', status: 200 },
  {
    name: 'for those who help inside a lock',
    path: '/professionals?within.place=wetter',
    status: 200,
  },
  {
    name: 'for those who help, with a broken lock',
    path: '/professionals?within.place=wettr',
    status: 400,
  },
  { name: 'for the newly arrived in a town', path: '/newcomers?place=breckerfeld', status: 200 },
  {
    name: 'for the newly arrived, with a mistake',
    path: '/newcomers?place=breckerfld',
    status: 400,
  },
  { name: 'all networks', path: '/networks', status: 200 },
  {
    name: 'networks of a choice',
    path: '/networks?topic=sport&place=witten&sort=next',
    status: 200,
  },
  {
    name: 'networks where there are none',
    path: '/networks?topic=pregnancy&place=breckerfeld',
    status: 200,
  },
  {
    name: 'networks with a broken lock',
    path: '/networks?within.audience=women&sort=size',
    status: 400,
  },
  { name: 'a network', path: '/networks/arbeitskreis-elterncafes-und-sprachcafes', status: 200 },
  { name: 'good practice', path: '/practice', status: 200 },
  { name: 'good practice of a choice', path: '/practice?topic=language&page=1', status: 200 },
  { name: 'good practice where there is none', path: '/practice?topic=pregnancy', status: 200 },
  { name: 'good practice with a broken lock', path: '/practice?within.place=wettr', status: 400 },
  { name: 'for web editors', path: '/configure', status: 200 },
  {
    name: 'for web editors, of a provider in a frame',
    path: '/configure?show=provider&provider=sprachwerkstatt-nordlicht-ggmbh&system=typo3&sync-url=yes&accent=ffcc00&way=frame',
    status: 200,
  },
  {
    name: 'for web editors, of plain HTML on a dark page',
    path: '/configure?show=list&place=witten&place=hattingen&limit=2&way=html&dark=yes',
    status: 200,
  },
  {
    name: 'for web editors, with a mistake',
    path: '/configure?place=wittn&heading-level=9',
    status: 400,
  },
  { name: 'no network', path: '/networks/nowhere', status: 404 },
  { name: 'no page', path: '/nowhere', status: 404 },
];

/** The path in a language. */
export function inLanguage(path: string, lang: string): string {
  return lang === 'de' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}
