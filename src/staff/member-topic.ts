/** The topic of the bell for what changes about one member of staff: their roles, their sessions. */
export const memberTopic = (staffId: string): string => `member:${staffId}`
