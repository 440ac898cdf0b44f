/** What people ask the service, or remark to it. Each has one fixed answer; a question never changes what is asked next. */
export const TOPICS = ['robot', 'who'] as const

export type Topic = (typeof TOPICS)[number]
