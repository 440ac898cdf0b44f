// What Twilio says when it does not do as asked: one JSON shape for every fault of its REST API.

const REFUSALS = {
  unauthorised: [401, 20003, 'Authenticate'],
  notFound: [404, 20404, 'The requested resource was not found'],
  notComplete: [409, 20009, 'Cannot delete this resource before it is complete'],
  busy: [429, 20429, 'Too Many Requests'],
  broken: [500, 20500, 'An internal server error has occurred'],
  away: [503, 20503, 'Service unavailable'],
  noTo: [400, 21604, "A 'To' phone number is required."],
  noSender: [400, 21603, "A 'From' phone number is required."],
  otherSender: [400, 21606, "The 'From' phone number is not a valid, SMS-capable number for this account"],
  noBody: [400, 21602, 'Message body is required.'],
  longBody: [400, 21617, 'The concatenated message body exceeds the 1600 character limit.'],
  badNumber: [400, 21211, "Invalid 'To' Phone Number"],
  notMobile: [400, 21614, "'To' number is not a valid mobile number"],
  optedOut: [400, 21610, 'Attempt to send to unsubscribed recipient'],
  badCallback: [400, 21609, "The 'StatusCallback' URL is not a valid URL"],
  badValidity: [400, 21624, 'Invalid validity period value'],
  badAddressRetention: [400, 30030, 'Invalid AddressRetention'],
  noService: [400, 21701, 'The Messaging Service resource is not available'],
  noPool: [400, 21704, 'The Messaging Service contains no phone numbers'],
  badParameter: [400, 20001, 'Invalid parameter value']
} as const satisfies Record<string, readonly [number, number, string]>

export type RefusalName = keyof typeof REFUSALS

/** Thrown by whatever answers a request; the server makes Twilio's JSON of it. */
export class Refusal extends Error {
  readonly status: number
  readonly body: { code: number; message: string; more_info: string; status: number }

  constructor(name: RefusalName) {
    const [status, code, message] = REFUSALS[name]
    super(message)
    this.status = status
    this.body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
  }
}
