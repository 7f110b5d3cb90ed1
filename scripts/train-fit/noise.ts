import type { Random } from './net.ts'

const BEFORE =
  'Senior,Sr.,Junior,Jr.,Lead,Principal,Staff,Associate,Experienced,Assistant,Head,Deputy,Chief,Global,Regional,Trainee,Interim,Part-time,Full Time,Remote,URGENT:,Travel,Entry Level,Graduate,Temporary,Bilingual,Certified,Night Shift'.split(
    ',',
  )
const AFTER = [
  ...' (m/f/d), (m/w/d), (f/m/x), (all genders), I, II, III, IV, 2, Remote, (Remote), - Remote, - Hybrid, - Full Time, - Part Time, PRN, - Nights, - Day Shift, 1st Shift, - 2nd Shift, - Weekend, - Contract, (Contract), - 6 month contract, - Entry Level, (Hybrid), - Up to $25/hr, - $5000 Sign On Bonus, - Urgently Hiring, - Immediate Start, - EMEA, - North America, DACH, EU, USA, - US, - UK, Team Lead, - Level 3, Senior, (all levels welcome), - Training Provided, - Temp, - Evening Shift, - Req 10482, #4821, per diem, $18 - $22 per hour, - Home Daily, Internship, - Maternity Cover, - FTC'.split(
    ', ',
  ),
  ...'London,New York,Berlin,Munich,Paris,Chicago,Austin TX,San Francisco,Seattle,Dallas,Houston,Boston,Atlanta GA,Denver,Toronto,Zurich,Vienna,Dublin,Manchester,Birmingham,Leeds,Singapore,Sydney,Los Angeles,Phoenix,Miami FL,Charlotte NC,Hamburg,Amsterdam,Bangalore'
    .split(',')
    .flatMap((place) => [` - ${place}`, `, ${place}`, ` (${place})`]),
]

const one = <T>(list: T[], random: Random): T => list[Math.floor(random() * list.length)]!

/** A title as an advert may write it: level before, terms of work, places and numbers after. */
export function noisy(title: string, random: Random): string {
  let out = title
  if (random() < 0.35) out = `${one(BEFORE, random)} ${out}`
  if (random() < 0.6) out = out + one(AFTER, random)
  if (random() < 0.25) out = out + one(AFTER, random)
  return out
}
