// Every text of the screens, a file a part of the app. Where a number decides the wording, the text is a function of it.
import { calls } from './calls.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { debrief } from './debrief.ts'
import { desk } from './desk.ts'
import { introductions } from './introductions.ts'
import { invitations } from './invitations.ts'
import { invited } from './invited.ts'
import { lineage } from './lineage.ts'
import { lists } from './lists.ts'
import { lookBack } from './look-back.ts'
import { network } from './network.ts'
import { openings } from './openings.ts'
import { palette } from './palette.ts'
import { parts } from './parts.ts'
import { picture } from './picture.ts'
import { portal } from './portal.ts'
import { prepare } from './prepare.ts'
import { protection } from './protection.ts'
import { resume } from './resume.ts'
import { shared } from './shared.ts'
import { shell } from './shell.ts'
import { start } from './start.ts'
import { toDo } from './to-do.ts'
import { values } from './values.ts'
import { whole } from './whole.ts'
import { worth } from './worth.ts'

export const en = {
  ...common,
  ...shell,
  ...start,
  ...invitations,
  ...invited,
  ...worth,
  ...parts,
  ...prepare,
  ...portal,
  ...debrief,
  ...network,
  ...picture,
  ...openings,
  ...introductions,
  ...desk,
  ...shared,
  ...lineage,
  ...lookBack,
  ...compare,
  ...palette,
  ...protection,
  ...resume,
  ...toDo,
  ...lists,
  ...values,
  ...whole,
  ...calls,
}
