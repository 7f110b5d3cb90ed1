import { auditList } from './access/audit.ts'
import { calendarFeedEnd, calendarFeedMake, calendarFeedShow } from './access/calendar-feed.ts'
import { memberAdd, memberChange, memberEnd, memberLink, memberList } from './access/members.ts'
import { tokenCreate, tokenList, tokenRevoke } from './access/tokens.ts'
import { workspaceShow } from './access/workspace.ts'
import { boardFetch } from './channels/board.ts'
import { boardGuess, boardLook } from './channels/board-look.ts'
import { hirerSay, mandateMeetings } from './desk/both-sides.ts'
import { candidacyAdd, candidacyMove, candidacyTell } from './desk/candidacies.ts'
import { candidacyList, candidacyShow } from './desk/candidacy-list.ts'
import { clientCandidacy, clientDocument, clientSay, clientShow } from './desk/client.ts'
import { candidacyAnswer } from './desk/client-words.ts'
import { workspaceDisclose } from './desk/disclosure.ts'
import { funnelShow } from './desk/funnel.ts'
import { organizationBelong } from './desk/group.ts'
import { candidacyInvite, invitationSend } from './desk/invite.ts'
import { mandateList, mandateShow } from './desk/mandate-show.ts'
import { mandateContact, mandateJoin, mandateLeave } from './desk/mandate-team.ts'
import { mandateEdit, mandateOpen, mandateSay } from './desk/mandates.ts'
import { marketAdd, marketRemove, marketShow } from './desk/market.ts'
import { objectionAnswer, objectionList } from './desk/objections.ts'
import { offLimitsCheck, offLimitsLift, offLimitsList, offLimitsSet } from './desk/off-limits.ts'
import { invitationPitch } from './desk/pitch.ts'
import { candidacyDecline, candidacyOffer, placementList, placementMake } from './desk/placements.ts'
import { portalContest, portalCorrect, portalShow, portalWithdraw } from './desk/portal.ts'
import { portalDebrief, portalWant } from './desk/portal-debrief.ts'
import { portalAsk, portalDoors } from './desk/portal-doors.ts'
import { portalAnswer, portalInvitation, portalInvitations } from './desk/portal-invitations.ts'
import { refusalPatterns } from './desk/refusal-patterns.ts'
import { reportList, reportMake, reportPdfShow, reportShow } from './desk/reports.ts'
import { scorecardCriteria, scorecardFill, scorecardSet, scorecardShow } from './desk/scorecards.ts'
import { candidacyShare } from './desk/share.ts'
import { sourceReport } from './desk/sources.ts'
import { viewList, viewRemove, viewSave } from './desk/views.ts'
import { careerPaste } from './intake/career/paste.ts'
import { fileImport } from './intake/import.ts'
import { listImport, listResume } from './intake/list/import-list.ts'
import { listPreview } from './intake/list/preview.ts'
import { listForget, listStop, listUnfinished } from './intake/list/runs.ts'
import { listTemplateList, listTemplateRemove, listTemplateSave } from './intake/list/templates.ts'
import { invitationPaste } from './intake/message/invitation-paste.ts'
import {
  resumeConfirm,
  resumeList,
  resumeOriginal,
  resumeRemove,
  resumeShow,
} from './intake/resume/confirm.ts'
import { personResume } from './intake/resume/resume-out.ts'
import { personCard } from './intake/vcard/card-out.ts'
import { workspaceExport } from './intake/whole/export.ts'
import { workspaceImport } from './intake/whole/import.ts'
import { invitationAmend } from './meeting/amend.ts'
import { enthusiasmHistory } from './meeting/before-and-after.ts'
import { calendarExport } from './meeting/calendar-file.ts'
import { invitationCompare } from './meeting/compare.ts'
import { meetingDebrief } from './meeting/debrief.ts'
import { debriefTakeBack } from './meeting/debrief-back.ts'
import { invitationDecide, invitationUndecide } from './meeting/decision.ts'
import { enthusiasmSay } from './meeting/enthusiasm.ts'
import {
  followUpAdd,
  followUpDone,
  followUpList,
  followUpRemove,
  followUpSnooze,
  followUpTold,
} from './meeting/follow-ups.ts'
import { introductionList } from './meeting/introduction-list.ts'
import { introductionAdvance, introductionTakeBack, introductionWrite } from './meeting/introduction-state.ts'
import { introductionAsk } from './meeting/introductions.ts'
import { invitationAdd } from './meeting/invitation.ts'
import { invitationList, invitationShow } from './meeting/invitations.ts'
import { followUpLetter, followUpSent } from './meeting/letters.ts'
import { lineageShow } from './meeting/lineage.ts'
import { lineageLookBack } from './meeting/look-back.ts'
import { invitationEnd, offerAdd, offerAnswer, outcomeTakeBack } from './meeting/offers.ts'
import { openingList } from './meeting/openings.ts'
import { networkStanding, openingMissing } from './meeting/openings-reach.ts'
import { organizationList, organizationShow } from './meeting/organizations.ts'
import { pathFind } from './meeting/paths.ts'
import { networkPicture } from './meeting/picture.ts'
import { meetingPrepare } from './meeting/prepare.ts'
import { refusalList } from './meeting/refusals.ts'
import { invitationRemove } from './meeting/remove.ts'
import { meetingAdd, meetingCancel, meetingMove } from './meeting/rounds.ts'
import { invitationWorth } from './meeting/worth.ts'
import { personAllData, portalAllData } from './people/all-data.ts'
import { basisDue, basisInform, basisSet, basisShow } from './people/basis.ts'
import { careerAdd } from './people/career.ts'
import { careerRemove, personEdit } from './people/edit.ts'
import { erasureList, erasurePurge, personErase, personErasurePlan } from './people/erasure/capabilities.ts'
import { erasureRefuse, erasureRequests, portalAskErasure } from './people/erasure/requests.ts'
import { limitList, limitRemove, limitSet } from './people/limit.ts'
import { lookAlikeDecide, lookAlikeList, lookAlikeTakeBack } from './people/look-alike.ts'
import { lookAlikeFind } from './people/look-alike-find.ts'
import { meSet } from './people/me.ts'
import { personNotToPresent } from './people/not-to-present.ts'
import { noteAdd, noteRemove } from './people/notes.ts'
import { openingAdd, openingClose } from './people/opening.ts'
import { personAdd, personAt, personList, personShow } from './people/people.ts'
import { retentionAsk, retentionKeep, retentionList, retentionRun, retentionSet } from './people/retention.ts'
import { rhythmList, rhythmSet } from './people/rhythm.ts'
import { searchFind } from './people/search.ts'
import { tieConfirm, tieLikely, tieShow, tieUnsay, tieVeto } from './people/tie.ts'
import { personMerged, personUnmerge } from './people/unmerge.ts'
import { organizationSay, valueList, valueSet } from './people/value.ts'
import { valueTouches } from './people/value-touches.ts'

/** Everything the product can do, in the order of the walk. Each door of the house is derived from this list. */
export const capabilities = [
  // Where one stands.
  workspaceShow,
  meSet,
  tokenCreate,
  tokenList,
  tokenRevoke,
  // Who is in a shared workspace.
  memberAdd,
  memberList,
  memberChange,
  memberEnd,
  memberLink,
  auditList,
  workspaceDisclose,
  // What comes in.
  fileImport,
  listPreview,
  listImport,
  listUnfinished,
  listStop,
  listResume,
  listForget,
  listTemplateSave,
  listTemplateList,
  listTemplateRemove,
  boardFetch,
  boardGuess,
  boardLook,
  invitationPaste,
  careerPaste,
  resumeList,
  resumeShow,
  resumeConfirm,
  resumeOriginal,
  resumeRemove,
  // The walk: from an invitation to an offer and its lineage.
  invitationAdd,
  invitationAmend,
  invitationList,
  invitationShow,
  invitationWorth,
  invitationCompare,
  invitationDecide,
  invitationUndecide,
  invitationRemove,
  meetingAdd,
  meetingMove,
  meetingCancel,
  meetingPrepare,
  calendarExport,
  calendarFeedMake,
  calendarFeedShow,
  calendarFeedEnd,
  enthusiasmSay,
  enthusiasmHistory,
  meetingDebrief,
  debriefTakeBack,
  followUpList,
  followUpAdd,
  followUpRemove,
  followUpTold,
  followUpDone,
  followUpLetter,
  followUpSent,
  followUpSnooze,
  pathFind,
  introductionAsk,
  introductionWrite,
  introductionAdvance,
  introductionTakeBack,
  introductionList,
  offerAdd,
  offerAnswer,
  invitationEnd,
  outcomeTakeBack,
  lineageShow,
  lineageLookBack,
  refusalList,
  refusalPatterns,
  // The pool: people, ties, organizations, openings.
  searchFind,
  networkPicture,
  personList,
  personShow,
  personResume,
  personCard,
  personAdd,
  personEdit,
  personAt,
  careerAdd,
  careerRemove,
  noteAdd,
  noteRemove,
  rhythmSet,
  rhythmList,
  lookAlikeFind,
  lookAlikeList,
  lookAlikeDecide,
  lookAlikeTakeBack,
  personMerged,
  personUnmerge,
  tieShow,
  tieConfirm,
  tieVeto,
  tieUnsay,
  tieLikely,
  organizationList,
  organizationShow,
  organizationSay,
  openingList,
  openingMissing,
  networkStanding,
  openingAdd,
  openingClose,
  // Data about people: erasing them.
  basisShow,
  basisSet,
  basisInform,
  basisDue,
  retentionSet,
  retentionList,
  retentionAsk,
  retentionKeep,
  retentionRun,
  personAllData,
  portalAllData,
  personErasurePlan,
  personErase,
  erasurePurge,
  erasureList,
  erasureRequests,
  erasureRefuse,
  portalAskErasure,
  // What one will not work for, and one's own limits.
  valueList,
  valueSet,
  valueTouches,
  personNotToPresent,
  limitList,
  limitSet,
  limitRemove,
  // The search firm's desk: mandates, who is considered, whom one does not approach.
  mandateOpen,
  mandateList,
  mandateShow,
  mandateEdit,
  mandateSay,
  mandateJoin,
  mandateLeave,
  mandateContact,
  candidacyAdd,
  candidacyList,
  candidacyShow,
  candidacyMove,
  candidacyTell,
  candidacyInvite,
  invitationPitch,
  invitationSend,
  hirerSay,
  mandateMeetings,
  candidacyShare,
  candidacyAnswer,
  candidacyOffer,
  candidacyDecline,
  placementMake,
  placementList,
  sourceReport,
  funnelShow,
  marketAdd,
  marketRemove,
  marketShow,
  scorecardSet,
  scorecardCriteria,
  scorecardFill,
  scorecardShow,
  reportMake,
  reportList,
  reportShow,
  reportPdfShow,
  offLimitsSet,
  offLimitsList,
  offLimitsCheck,
  offLimitsLift,
  viewSave,
  viewList,
  viewRemove,
  organizationBelong,
  objectionList,
  objectionAnswer,
  // What is held about oneself, for candidates and members.
  portalShow,
  portalCorrect,
  portalContest,
  portalWithdraw,
  portalInvitations,
  portalInvitation,
  portalAnswer,
  portalWant,
  portalDebrief,
  portalDoors,
  portalAsk,
  // What is shared with a client.
  clientShow,
  clientCandidacy,
  clientDocument,
  clientSay,
  // Everything, taken along.
  workspaceExport,
  workspaceImport,
] as const
