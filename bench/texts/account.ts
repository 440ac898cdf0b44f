// The invented account the load is signed for: the product's line and the peer are both given this one.
import type { TextAccount } from '../../src/channels/sms/deps.ts'

export const ACCOUNT: Omit<TextAccount, 'apiBase'> = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'f'.repeat(32),
  nextAuthToken: null,
  messagingServiceSid: `MG${'0'.repeat(32)}`,
  contentRetention: null,
  addressRetention: null,
  publicUrl: 'https://advice.example'
}

/** The number texts come in at. */
export const LINE_NUMBER = '+447700900999'
