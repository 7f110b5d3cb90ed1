import type { z } from 'zod'
import type { Action } from '../action.ts'
import { type Caller, type House, perform } from '../action.ts'
import { meetingDebrief } from '../meeting/debrief.ts'
import { invitationDecide } from '../meeting/decision.ts'
import { enthusiasmSay } from '../meeting/enthusiasm.ts'
import { followUpAdd, followUpDone, followUpList } from '../meeting/follow-ups.ts'
import { introductionAdvance } from '../meeting/introduction-state.ts'
import { introductionAsk } from '../meeting/introductions.ts'
import { invitationAdd } from '../meeting/invitation.ts'
import { invitationEnd, offerAdd, offerAnswer } from '../meeting/offers.ts'
import { monthIndex } from '../network/clock.ts'
import { careerAdd } from '../people/career.ts'
import { openingClose } from '../people/opening.ts'
import { rhythmSet } from '../people/rhythm.ts'
import { tieConfirm } from '../people/tie.ts'
import { valueSet } from '../people/value.ts'
import type { Id } from '../store/ids.ts'
import { type CastKey, FIRMS, type FirmKey } from './cast.ts'
import { type Debrief, EPISODES, type Episode, type Introduction } from './episodes.ts'
import { demoId } from './ids.ts'
import { dateText } from './rows.ts'
import type { DemoData } from './types.ts'

// The story, told through the capabilities themselves, each step by the clock of its day: what the demo shows is what
// the product does.

const DAY = 86_400_000
const ZONE = 'Europe/Amsterdam'

export type Telling = {
  house: House
  caller: Caller
  data: DemoData
  seed: number
  /** Invitations and introductions so far, by the key of their episode. */
  invitations: Map<string, string>
  introductions: Map<string, string>
}

/** What happens on a day, counted back from now: at now's time of day, or in the evening. */
type Step = { day: number; evening?: true; happens: (at: Scene) => Promise<unknown> }

/** One step's moment: `act` performs a capability at that time. */
type Scene = Telling & {
  act<I extends z.ZodObject, O extends z.ZodType>(
    action: Action<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
}

export async function tellStory(telling: Omit<Telling, 'invitations' | 'introductions'>): Promise<void> {
  const whole: Telling = { ...telling, invitations: new Map(), introductions: new Map() }
  const steps = [...ASIDES, ...Object.entries(EPISODES).flatMap(([key, episode]) => stepsOf(key, episode))]
  const timed = steps.map((step) => ({ step, time: timeOf(step, whole.data.now) }))
  timed.sort((one, other) => one.time - other.time)
  for (const [index, { step, time }] of timed.entries()) {
    // Steps of one day follow each other by minutes, the last of them before now.
    await step.happens(sceneAt(whole, new Date(time - (steps.length - index) * 60_000)))
  }
}

function timeOf({ day, evening }: Step, now: Date): number {
  const at = new Date(now.getTime() - day * DAY)
  // After the last minute that is taken off, and after a meeting in the afternoon, whatever the time is now.
  return evening ? at.setUTCHours(22, 0, 0, 0) : at.getTime()
}

function sceneAt(telling: Telling, at: Date): Scene {
  const house = { ...telling.house, now: () => at }
  return { ...telling, act: (action, input) => perform(house, action, input, telling.caller) }
}

const personId = ({ data, seed }: Telling, key: CastKey) => demoId('person', seed, data.now, data.cast[key]!)

/** The first opening of a firm. */
function openingId({ data, seed }: Telling, firm: FirmKey): Id<'opening'> {
  const place = data.openings.findIndex(({ organization }) => organization === data.firms[firm])
  return demoId('opening', seed, data.now, place)
}

const ASIDES: Step[] = [
  { day: 400, happens: ({ act }) => act(valueSet, { sector: 'weapons', stance: 'never' }) },
  { day: 400, happens: ({ act }) => act(valueSet, { sector: 'gambling', stance: 'only if' }) },
  {
    day: 60,
    happens: (scene) => scene.act(tieConfirm, { person: personId(scene, 'anneke'), says: 'would-take-call' }),
  },
  { day: 30, happens: (scene) => scene.act(rhythmSet, { person: personId(scene, 'vera'), days: 60 }) },
  { day: 30, happens: (scene) => scene.act(rhythmSet, { person: personId(scene, 'anneke'), days: 90 }) },
  { day: 28, happens: doWhatIsOwed },
  { day: 3, happens: (scene) => scene.act(followUpAdd, askInWriting(scene)) },
  { day: 19, happens: (scene) => scene.act(openingClose, { opening: openingId(scene, 'tamarind') }) },
]

/** All but what somebody else promised: that is still to come. */
async function doWhatIsOwed({ act }: Scene): Promise<void> {
  const { followUps } = await act(followUpList, {})
  for (const { id, kind } of followUps)
    if (kind !== 'promised-to-me') await act(followUpDone, { followUp: id })
}

const askInWriting = (scene: Scene) => ({
  person: personId(scene, 'amara'),
  says: 'Ask Amara for the offer in writing.',
  dueOn: new Date(scene.data.now.getTime() + DAY).toISOString().slice(0, 10),
  ...{ dueTime: '09:00', timeZone: ZONE },
})

function stepsOf(key: string, episode: Episode): Step[] {
  const invitation = (scene: Scene) => scene.invitations.get(key)!
  const { received, meets, careers = [], decisions = [], before, debrief, end, offer, introduction } = episode
  const steps: (Step | false | undefined)[] = [
    { day: received, happens: (scene) => invite(scene, key, episode) },
    ...careers.map((career) => ({ day: career.day, happens: (scene: Scene) => tellCareer(scene, career) })),
    ...decisions.map(({ day, ...decision }) => ({
      day,
      happens: (scene: Scene) =>
        scene.act(invitationDecide, { invitation: invitation(scene), ...decision } as z.input<
          typeof invitationDecide.input
        >),
    })),
    before !== undefined && {
      // Before the weekend that may lie in between.
      day: meets! + 3.5,
      happens: (scene) => scene.act(enthusiasmSay, { invitation: invitation(scene), value: before }),
    },
    debrief && {
      ...{ day: debrief.day, evening: true },
      happens: (scene) => tellDebrief(scene, invitation(scene), debrief),
    },
    end && {
      day: end.day,
      happens: (scene) =>
        scene.act(invitationEnd, { invitation: invitation(scene), how: end.how, note: end.note }),
    },
    ...(introduction ? introductionSteps(key, introduction) : []),
    ...(offer ? offerSteps(invitation, offer) : []),
  ]
  return steps.filter((step): step is Step => Boolean(step))
}

async function invite(scene: Scene, key: string, episode: Episode): Promise<void> {
  const { organization, role, opening, meets, received, place, cameFrom } = episode
  const people = episode.with.map((one) => (typeof one === 'string' ? personId(scene, one) : one.name))
  const { invitation } = await scene.act(invitationAdd, {
    organization,
    with: people,
    ...(role ? { role } : {}),
    ...(opening ? { opening: openingId(scene, opening) } : {}),
    ...(meets === undefined ? {} : { at: meetingTime(scene, meets, received), timeZone: ZONE }),
    ...(place ? { place } : {}),
    ...(cameFrom ? { cameFrom: scene.introductions.get(cameFrom)! } : {}),
  })
  scene.invitations.set(key, invitation)
}

/** On that day, or the weekday before (when it is to come: after) it, at 10:00 or 14:30 where the seeker lives. */
function meetingTime({ data }: Scene, meets: number, received: number): string {
  const at = new Date(data.now.getTime() - meets * DAY)
  const onwards = meets < 0 ? 1 : -1
  while (at.getUTCDay() % 6 === 0) at.setUTCDate(at.getUTCDate() + onwards)
  return `${at.toISOString().slice(0, 10)} ${received % 2 ? '10:00' : '14:30'}`
}

function tellCareer(
  scene: Scene,
  { person, firm, title, from, to }: NonNullable<Episode['careers']>[number],
) {
  const month = monthIndex(scene.data.now)
  const span = `${dateText(month - from, false)}..${dateText(month - to, false)}`
  const at = [`${FIRMS[firm]!.name}:${span}`]
  return scene.act(careerAdd, { person: personId(scene, person), at, title })
}

function tellDebrief(scene: Scene, invitation: string, { enthusiasm, note, promises = [], ...who }: Debrief) {
  const id = (key: CastKey) => personId(scene, key)
  return scene.act(meetingDebrief, {
    ...{ invitation, enthusiasm, note },
    met: Object.entries(who.met).map(([key, chemistry]) => `${id(key as CastKey)}=${chemistry}`),
    wouldTakeCall: (who.takeCall ?? []).map(id),
    wouldNotTakeCall: (who.notTakeCall ?? []).map(id),
    followUps: promises.map(({ person, ...promise }) => ({ ...promise, person: id(person) })),
  })
}

function introductionSteps(key: string, { firm, through, states, asked }: Introduction): Step[] {
  const ask = async (scene: Scene) => {
    const { introduction } = await scene.act(introductionAsk, {
      target: openingId(scene, firm),
      through: through.map((person) => personId(scene, person)),
    })
    scene.introductions.set(key, introduction)
  }
  const steps = states.map(({ day, ...state }) => ({
    day,
    happens: (scene: Scene) =>
      scene.act(introductionAdvance, { introduction: scene.introductions.get(key)!, ...state } as z.input<
        typeof introductionAdvance.input
      >),
  }))
  return [{ day: asked, happens: ask }, ...steps]
}

function offerSteps(
  invitation: (scene: Scene) => string,
  { day, says, declined }: NonNullable<Episode['offer']>,
): Step[] {
  const made = {
    day,
    happens: (scene: Scene) => scene.act(offerAdd, { invitation: invitation(scene), says }),
  }
  if (!declined) return [made]
  const answer = (scene: Scene) =>
    scene.act(offerAnswer, { offer: invitation(scene), answer: 'decline', note: declined.note })
  return [made, { day: declined.day, happens: answer }]
}
