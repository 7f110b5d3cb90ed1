/** What the domain of a mail address tells about whose it is. */

const publicMail = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.de hotmail.fr hotmail.co.uk live.com
  live.de msn.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.co.in ymail.com rocketmail.com aol.com icloud.com me.com
  mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de arcor.de mail.com mail.de posteo.de
  posteo.net mailbox.org proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io fastmail.com fastmail.fm
  hey.com zoho.com yandex.ru yandex.com mail.ru bk.ru qq.com 163.com 126.com sina.com naver.com hanmail.net daum.net
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it alice.it tin.it wp.pl o2.pl onet.pl interia.pl
  seznam.cz bluewin.ch hispeed.ch sunrise.ch btinternet.com sky.com virginmedia.com talktalk.net comcast.net
  verizon.net att.net sbcglobal.net cox.net charter.net rediffmail.com uol.com.br bol.com.br terra.com.br ziggo.nl
  kpnmail.nl telenet.be skynet.be telia.com online.no privaterelay.appleid.com imip.me.com duck.com`.split(
    /\s+/,
  ),
)

/** Names below which firms register, where the country's own name is not the one before last. */
const secondLevel = new Set('co com org net ac gov edu or ne go gob gouv nom ltd plc'.split(' '))

/** Search firms and staff lenders whose name does not say it. */
const searchFirms = new Set(
  `kornferry heidrick spencerstuart egonzehnder russellreynolds odgersberndtson odgers boyden kienbaum amrop
  stantonchase pedersenandpartners hays michaelpage pageexecutive pagegroup roberthalf robertwalters randstad adecco
  manpower manpowergroup experis kforce teksystems aerotek gulp harveynash sthree morganmckinley truesearch daversa
  rivierapartners`.split(/\s+/),
)

/** In the name of a firm, but "research", "Elasticsearch" and the like search something else. */
const searchWords =
  /recruit|headhunt|head-hunt|staffing|exec(utive)?-?search|personalberat|personalvermittl|zeitarbeit|talent|(?<!re|web|elastic|open|meili|type|job|re-|elastic-|open-)search(-?(group|partners?|consult\w*|associates|international|firm))?$/

export function domainOf(email = ''): string {
  return email.includes('@') ? (email.split('@').at(-1) ?? '').toLowerCase().replace(/\.$/, '') : ''
}

/** The part that somebody registered: `mail.eu.northwind.co.uk` -> `northwind.co.uk`. */
export function registrable(domain: string): string {
  const labels = domain.split('.')
  const country = labels.at(-1)?.length === 2 && secondLevel.has(labels.at(-2) ?? '')
  return labels.slice(country ? -3 : -2).join('.')
}

/** Mail providers, where an address tells nothing about an employer. */
export function isPublicMail(domain: string): boolean {
  return publicMail.has(domain) || publicMail.has(registrable(domain))
}

export function isSearchFirm(domain: string): boolean {
  const label = registrable(domain).split('.')[0] ?? ''
  return searchFirms.has(label.replaceAll('-', '')) || searchWords.test(label)
}

/** A guess at the firm's name: `cobalt-health.example` -> "Cobalt Health", `bmw.example` -> "BMW". */
export function nameOfDomain(domain: string): string {
  const words = (registrable(domain).split('.')[0] ?? '').split(/[-_]+/).filter(Boolean)
  return words.map((word) => (isAbbreviation(word) ? word.toUpperCase() : capital(word))).join(' ')
}

function isAbbreviation(word: string): boolean {
  return word.length <= 4 && !/[aeiouy]/.test(word)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
