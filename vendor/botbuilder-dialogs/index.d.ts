export declare class Dialog { id: string; constructor(id: string) }
export declare class WaterfallDialog extends Dialog {}
export declare class ActivityPrompt extends Dialog {}
export declare class DialogContext { context: unknown; stack: unknown[]; continueDialog(): Promise<DialogTurnResult> }
export declare class DialogSet { createContext(context: unknown): Promise<DialogContext>; add(dialog: unknown): never }
export declare const DialogTurnStatus: { empty: 'empty'; waiting: 'waiting'; complete: 'complete'; cancelled: 'cancelled' }
export declare const DialogReason: Record<string, string>
export type DialogTurnResult = { status: string }
export type DialogInstance = unknown
export type DialogEvent = unknown
export type DialogConfiguration = unknown
export type WaterfallStepContext = unknown
export type PromptOptions = unknown
export type PromptValidator = unknown
export type PromptValidatorContext = unknown
