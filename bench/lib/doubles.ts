import type { Likeness } from '../../src/people/likeness.ts'
import { type Random, seeded } from './random.ts'

// Invented people, some of whom have a second record, and strangers who share a name: with the truth of each pair.

export type Doubles = { people: Likeness[]; truth: ReadonlyMap<string, Kind> }
/** How a second record differs, and by what else it could be known. */
export type Kind = { name: Noise; else: Else }
type Noise = keyof typeof NOISE
type Else = keyof typeof ELSE

/** Of a hundred second records, so many are written so. */
const NOISE = { plain: 25, typo: 15, nickname: 15, order: 15, script: 15, title: 7, initial: 4, middle: 4 }
/** Of a hundred, so many have this in common; the employer changed unless it is that. */
const ELSE = { address: 25, employer: 35, former: 15, place: 10, telephone: 10, handle: 5 }

/** `parts`: of what the rarer family names are made; the given names too where those are made of syllables. */
type Language = {
  given: string[]
  family: string[]
  short: Record<string, string>
  parts: [string[], string[]]
  syllables?: true
}
/** Written twice: as at home | as abroad. */
const LANGUAGES: readonly Language[] = [
  {
    given:
      words(`Thomas Michael Andreas Stefan Jürgen Wolfgang Matthias Sebastian Johannes Christian Anna Katharina
      Elisabeth Susanne Ursula Julia Franziska Claudia Jörg Günther Ulrich Heike Sabine Maximilian Torben Wiebke
      Hanno Edeltraud`),
    family:
      words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
      Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Krause Lehmann Köhler Herrmann König Mayer
      Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Winkler Lorenz Baumann
      Ahlefeldt Rautenkranz Zschocke Quittenbaum Overdiek Tiefenthaler Knöbelreiter`),
    short:
      pairs(`Thomas:Tom Michael:Micha Andreas:Andi Stefan:Steffen Wolfgang:Wolf Matthias:Matze Sebastian:Basti
      Johannes:Hannes Christian:Chris Katharina:Kathi Elisabeth:Lisa Susanne:Susi Ursula:Uschi Franziska:Franzi Ulrich:Uli
      Maximilian:Max Claudia:Claudi`),
    parts: [
      words(
        'Alt Bir Dor Eber Feld Gros Hag Isen Kalt Lind Moos Nieder Ober Pfann Rott Stein Tann Wald Zell Brun Holz Rein',
      ),
      words('bach berg mann hauser inger feld stett horst ried hofer meister kamp brink loh wig egger'),
    ],
  },
  {
    given:
      words(`James Robert William Richard Joseph Charles Christopher Daniel Matthew Anthony Margaret Elizabeth
      Jennifer Patricia Katherine Deborah Stephanie Rebecca Samantha Timothy Gregory Benjamin Nicholas Edward Susan Tamsin
      Peregrine Ottoline`),
    family:
      words(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin
      Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter
      Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Fotheringay Wolstenholme Ravenscroft Tattersall
      Quillfeather Ormondroyd`),
    short:
      pairs(`James:Jim Robert:Bob William:Bill Richard:Dick Joseph:Joe Charles:Chuck Christopher:Chris Daniel:Dan
      Matthew:Matt Anthony:Tony Margaret:Peggy Elizabeth:Betty Jennifer:Jenny Patricia:Trish Katherine:Kate Deborah:Debbie
      Stephanie:Steph Rebecca:Becky Samantha:Sam Timothy:Tim Gregory:Greg Benjamin:Ben Nicholas:Nick Edward:Ted Susan:Sue`),
    parts: [
      words(
        'Ash Black Cran Dun Elm Fair Gold Hart Inger Kirk Lang Mar North Oak Pem Red Stan Thorn Wake Whit Brad Chet',
      ),
      words('worth ley ton field wick bury combe ham wood stead bridge ford well hurst more den'),
    ],
  },
  {
    given:
      words(`José Francisco Manuel Enrique Alejandro Guillermo Ignacio Rafael María Guadalupe Dolores Mercedes Teresa
      Concepción Jesús Andrés Sebastián Inés Lucía Itziar`),
    family:
      words(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández
      Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco
      Etxeberria Zubizarreta Ibarguren Goikoetxea`),
    short: pairs(
      `José:Pepe Francisco:Paco Manuel:Manolo Enrique:Quique Alejandro:Alex Guillermo:Guille Ignacio:Nacho Rafael:Rafa
       Guadalupe:Lupe Dolores:Lola Mercedes:Merche Teresa:Tere`,
    ),
    parts: [
      words('Alar Bal Cas Delg Esc Fig Gal Herr Lag Mont Nar Ort Pal Quint Riv Sal Tor Val Zam Berm'),
      words('eda eros ilda cón uelo ámez erra oya anza iño edo ares osa ardo ique'),
    ],
  },
  {
    given: words(`Александр|Alexander Дмитрий|Dmitry Сергей|Sergey Михаил|Mikhail Николай|Nikolai Юлия|Yulia
      Екатерина|Ekaterina Наталья|Natalia Ольга|Olga Татьяна|Tatiana Владимир|Vladimir Андрей|Andrey Евгений|Evgeny`),
    family:
      words(`Иванов|Ivanov Смирнов|Smirnov Кузнецов|Kuznetsov Попов|Popov Соколов|Sokolov Лебедев|Lebedev
      Козлов|Kozlov Новиков|Novikov Морозов|Morozov Волков|Volkov Щербаков|Shcherbakov Жуков|Zhukov Чехов|Chekhov
      Хабаров|Khabarov Толстой|Tolstoy Юсупов|Yusupov`),
    short: pairs(`Александр|Alexander:Sasha Михаил|Mikhail:Misha Дмитрий|Dmitry:Dima Екатерина|Ekaterina:Katya
      Наталья|Natalia:Natasha Татьяна|Tatiana:Tanya`),
    parts: [
      words(
        'Бар|Bar Вол|Vol Гор|Gor Дан|Dan Зел|Zel Кар|Kar Лом|Lom Мед|Med Ник|Nik Пав|Pav Род|Rod Сав|Sav Тим|Tim Фад|Fad',
      ),
      words('анов|anov енко|enko ский|sky ичев|ichev утин|utin еев|eev онов|onov аров|arov ыгин|ygin'),
    ],
  },
  {
    given:
      words(`伟|Wei 芳|Fang 秀英|Xiuying 娜|Na 敏|Min 静|Jing 丽|Li 强|Qiang 磊|Lei 军|Jun 洋|Yang 勇|Yong 志强|Zhiqiang
      建国|Jianguo 晓明|Xiaoming 文博|Wenbo`),
    family:
      words(`王|Wang 李|Li 张|Zhang 刘|Liu 陈|Chen 杨|Yang 黄|Huang 赵|Zhao 吴|Wu 周|Zhou 徐|Xu 孙|Sun 马|Ma 朱|Zhu
      胡|Hu 郭|Guo 何|He 林|Lin 欧阳|Ouyang`),
    short: {},
    parts: [
      words('伟|Wei 文|Wen 建|Jian 志|Zhi 晓|Xiao 春|Chun 海|Hai 国|Guo 明|Ming 丽|Li 雪|Xue 玉|Yu'),
      words('芳|fang 华|hua 军|jun 强|qiang 红|hong 平|ping 林|lin 英|ying 东|dong 梅|mei 峰|feng 博|bo'),
    ],
    syllables: true,
  },
  {
    given: words(
      `민수|Min-su 지훈|Ji-hoon 영희|Young-hee 서연|Seo-yeon 현우|Hyun-woo 수진|Soo-jin 민지|Min-ji`,
    ),
    family: words(
      `김|Kim 이|Lee 박|Park 최|Choi 정|Jung 강|Kang 조|Cho 윤|Yoon 장|Jang 임|Lim 한|Han 신|Shin 권|Kwon`,
    ),
    short: {},
    parts: [
      words('민|Min- 지|Ji- 서|Seo- 현|Hyun- 수|Soo- 영|Young- 동|Dong- 상|Sang- 재|Jae- 성|Sung-'),
      words('수|su 훈|hoon 연|yeon 우|woo 진|jin 호|ho 철|chul 민|min 준|jun 미|mi'),
    ],
    syllables: true,
  },
  {
    given: words(
      `محمد|Mohammed احمد|Ahmed خالد|Khalid حسن|Hassan علي|Ali فاطمة|Fatima مريم|Maryam يوسف|Yousef سارة|Sara`,
    ),
    family: words(
      `حداد|Haddad منصور|Mansour سليمان|Suleiman خليل|Khalil ناصر|Nasser قاسم|Qasim بشير|Bashir رشيد|Rashid`,
    ),
    short: {},
    parts: [
      words('حد|Had من|Man سل|Sal خل|Khal نص|Nas كر|Kar بش|Bash رش|Rash فر|Far جب|Jab'),
      words('اد|ad ور|our يم|im ان|an ار|ar وم|oum'),
    ],
  },
  {
    given: words(`Lars Søren Jørgen Anders Åsa Björn Ingrid Kirsten Mette Håkan Øyvind Liv`),
    family: words(
      `Hansen Johansen Sørensen Jørgensen Åberg Öberg Lindström Sjögren Bjørnstad Ødegård Nygård Kjærgaard`,
    ),
    short: {},
    parts: [
      words('Ask Bjørk Dal Ek Fjell Gran Hav Kvist Lund Mo Nord Øst Søder Vik Åker Rosen'),
      words('berg gaard haug lund strøm rud vik mark stad sen quist dahl'),
    ],
  },
]
/** How often a record is of this language, out of a hundred. */
const OFTEN = [30, 32, 12, 8, 7, 4, 3, 4]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
function pairs(text: string): Record<string, string> {
  return Object.fromEntries(words(text).map((pair) => pair.split(':') as [string, string]))
}

const PEOPLE = 4000
const SECOND = 400
const STRANGERS = 150
const STRANGERS_AT_ONE = 12
const ORGANIZATIONS = 1500
const PLACES = 120

type Person = { language: Language; given: string; middle: string | null; family: string; record: Likeness }

/** An address is one person's: who comes second gets a number. */
const addressOf = (handle: string, organization: string | undefined, id: string): string =>
  `email ${handle}${id.slice(1)}@${organization}.example`

/** A world of its own for each seed. */
export function doublesOf(seed: number): Doubles {
  const random = seeded(seed)
  const people = Array.from({ length: PEOPLE }, (_, at) => invent(random, `p${at}`))
  const strangers = namesakes(people)
  for (const [at, two] of strangers.entries())
    rename(people, two, at < STRANGERS_AT_ONE ? [`o${random.below(3)}`] : null)
  const alone = people.filter((_, at) => !strangers.flat().includes(at))
  const truth = new Map<string, Kind>()
  const records = people.map(({ record }) => record)
  for (let at = 0; at < SECOND; at++) {
    const first = alone[random.below(alone.length)]!
    if (records.some(({ id }) => id === `${first.record.id}x`)) continue
    const kind: Kind = { name: drawn(random, NOISE), else: drawn(random, ELSE) }
    const second = again(random, first, kind)
    if (second === null) continue
    records.push(second)
    truth.set(pairName(first.record.id, second.id), kind)
  }
  return { people: records, truth }
}

export const pairName = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

function drawn<Name extends string>(random: Random, shares: Record<Name, number>): Name {
  let left = random.below(100)
  for (const [name, share] of Object.entries(shares) as [Name, number][]) {
    if (left < share) return name
    left -= share
  }
  return Object.keys(shares)[0] as Name
}

const abroad = (word: string) => word.split('|').at(-1)!
const home = (word: string) => word.split('|')[0]!

function invent(random: Random, id: string): Person {
  const index = Number(drawn(random, Object.fromEntries(OFTEN.map((often, at) => [String(at), often]))))
  const language = LANGUAGES[index]!
  const [given, family] = [givenOf(random, language), familyOf(random, language)]
  const middle = index < 3 && random.below(8) === 0 ? pick(random, language.given) : null
  const name = [given, middle, family]
    .map((word) => word && abroad(word))
    .filter(Boolean)
    .join(' ')
  const organizations = Array.from({ length: 1 + random.below(3) }, () => `o${random.zipf(ORGANIZATIONS)}`)
  const place = random.below(10) < 7 ? `place ${random.zipf(PLACES)}` : null
  const dotted = `${abroad(given)}.${abroad(family)}`
  const handle = random.below(5) ? plain(dotted) : `${plain(abroad(family)).slice(0, 3)}gull${id}`
  const record: Likeness = {
    ...{ id, name, organizations: [...new Set(organizations)], place },
    handles: [handle],
    keys: [addressOf(handle, organizations[0], id), `phone ${id}`],
    profiles: random.below(10) < 6 ? 1 : 0,
  }
  return { language, given, middle, family, record }
}

const pick = (random: Random, list: readonly string[]): string => list[random.below(list.length)]!

/** Of a hundred, so many bear one of the common names: the fifty most frequent ones are some quarter of a country. */
const COMMON = 30
const familyOf = (random: Random, { family, parts, syllables }: Language): string =>
  syllables || random.below(100) < COMMON ? pick(random, family) : made(random, parts)
const givenOf = (random: Random, { given, parts, syllables }: Language): string =>
  syllables && random.below(100) >= COMMON ? made(random, parts) : pick(random, given)

/** A name of two parts, in both scripts. */
function made(random: Random, [first, second]: Language['parts']): string {
  const [one, other] = [pick(random, first), pick(random, second)]
  const name = `${abroad(one)}${abroad(other)}`
  return one.includes('|') ? `${home(one)}${home(other)}|${name}` : name
}

/** As addresses are written: without accents. */
const plain = (text: string) =>
  text
    .replaceAll(/ø/gi, 'o')
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/[^a-z.]/gi, '')
    .toLowerCase()

/**
 * A stranger of the same name, in some cases at the same large employer. Strangers share common names: whoever shares a
 * rare one is no stranger.
 */
function rename(
  people: Person[],
  [at, next]: readonly [number, number],
  organizations: string[] | null,
): void {
  const [one, other] = [people[at]!, people[next]!]
  const handles = [plain(`${abroad(one.given)}.${abroad(one.family)}`)]
  const atOne = organizations ? { organizations } : {}
  people[at] = { ...one, record: { ...one.record, ...atOne } }
  people[next] = { ...one, record: { ...other.record, name: one.record.name, handles, ...atOne } }
}

/** Of each language the common names, in pairs of people. */
function namesakes(people: readonly Person[]): [number, number][] {
  const common = [...people.entries()]
    .filter(
      ([, { given, family, language }]) => language.given.includes(given) && language.family.includes(family),
    )
    .map(([at]) => at)
  return Array.from({ length: STRANGERS }, (_, at): [number, number] => [
    common[at * 2]!,
    common[at * 2 + 1]!,
  ])
}

function again(random: Random, first: Person, kind: Kind): Likeness | null {
  const name = noisy(random, first, kind.name)
  if (name === null) return null
  const { record } = first
  const id = `${record.id}x`
  const other = `o${random.zipf(ORGANIZATIONS)}`
  if (kind.else === 'handle' && !record.handles.some((handle) => handle.includes('gull'))) return null
  const second: Likeness = {
    ...{ id, name, organizations: [other], handles: [], keys: [], profiles: 0 },
    place: random.below(2) ? record.place : null,
  }
  const [now = other, former] = record.organizations
  if (kind.else === 'employer') return { ...second, organizations: [now] }
  if (kind.else === 'former') return { ...second, organizations: [former ?? now, other] }
  if (kind.else === 'address') return { ...second, handles: record.handles, keys: record.keys.slice(0, 1) }
  if (kind.else === 'place') return { ...second, organizations: [], place: record.place }
  if (kind.else === 'handle') return { ...second, handles: record.handles }
  // Telephones are rarely known, and then they are known of both.
  return { ...second, keys: [`phone ${record.id}`] }
}

/** The name as a second source writes it; null when it would be the same person's by no means. */
function noisy(
  random: Random,
  { language, given, middle, family, record }: Person,
  how: Noise,
): string | null {
  const [short, long] = [language.short[given], [abroad(given), middle && abroad(middle), abroad(family)]]
  const whole = long.filter(Boolean).join(' ')
  switch (how) {
    case 'plain':
      return record.name
    case 'typo':
      return slip(random, abroad(given), abroad(family))
    case 'nickname':
      return short ? `${short} ${abroad(family)}` : whole
    case 'order':
      return random.below(3) ? `${abroad(family)}, ${abroad(given)}` : `${abroad(family)} ${abroad(given)}`
    case 'script':
      return scripted(random, given, family)
    case 'title':
      return random.below(2) ? `Dr. ${whole}` : `${whole}, MBA`
    case 'initial':
      return `${abroad(given).charAt(0)}. ${abroad(family)}`
    case 'middle':
      return middle
        ? `${abroad(given)} ${abroad(family)}`
        : `${abroad(given)} ${'ABDKLMRS'.charAt(random.below(8))}. ${abroad(family)}`
  }
}

/** At home in another script; in Latin letters, without accents or as German and Danish keyboards write them. */
function scripted(random: Random, given: string, family: string): string {
  if (given.includes('|')) {
    const isEastAsian = /[\p{Script=Han}\p{Script=Hangul}]/u.test(given)
    return isEastAsian ? `${home(family)}${home(given)}` : `${home(given)} ${home(family)}`
  }
  const digraphs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe', å: 'aa', æ: 'ae' }
  const name = `${given} ${family}`
  return random.below(2)
    ? name.replace(/[äöüßøåæ]/gi, (letter) => digraphs[letter.toLowerCase()] ?? letter)
    : name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('Ø', 'O')
}

/** One letter of the longer word doubled, dropped, swapped or missed on the keyboard. */
function slip(random: Random, given: string, family: string): string {
  const word = given.length > family.length ? given : family
  const at = 1 + random.below(Math.max(1, word.length - 2))
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const wrong = [
    `${before}${letter}${letter}${after}`,
    `${before}${after}`,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    `${before}${'aeinrst'.charAt(random.below(7))}${after}`,
  ][random.below(4)]!
  return word === given ? `${wrong} ${family}` : `${given} ${wrong}`
}
