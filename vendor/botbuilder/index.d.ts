import { BotAdapter } from 'botbuilder-core'
export * from 'botbuilder-core'
export declare abstract class BotFrameworkAdapter extends BotAdapter {}
export declare const TeamsInfo: unknown
export type ChannelInfo = unknown
export type TeamDetails = unknown
export type TeamsChannelAccount = unknown
export type TeamsPagedMembersResult = unknown
export type TeamsMeetingParticipant = unknown
export type TeamsMeetingInfo = unknown
