// What an operator sets so that anything leaves: read by the configuration, known before any library is loaded.

export interface WebhookSettings {
  readonly url: string
  /** One, or two while the first is being exchanged. */
  readonly secrets: readonly Buffer[]
  /** Hosts that may be inside. */
  readonly allowPrivate: readonly string[]
}

export interface Smtp {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise STARTTLS, which is required. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
}

export interface MailSettings {
  readonly smtp: Smtp
  readonly from: string
  /** Domains a summary itself may go to. */
  readonly contentDomains: readonly string[]
  /** Who is told that somebody urgent waits. */
  readonly onCall: string | null
  /** Who is told each day what the record is. */
  readonly auditors: string | null
}

export interface OutputSettings {
  /** Of the desk, as staff know it: every notice leads there. */
  readonly staffUrl: string
  readonly webhook: WebhookSettings | null
  readonly mail: MailSettings | null
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

/** A mail server as it is written: smtp://user:password@host:587. Null when it is none. */
export function smtpOf(text: string): Smtp | null {
  const url = URL.parse(text)
  const port = url && PORTS[url.protocol]
  if (!url?.hostname || !port || !['', '/'].includes(url.pathname) || url.search || url.hash) return null
  try {
    const user = decodeURIComponent(url.username)
    const auth = user === '' ? null : { user, pass: decodeURIComponent(url.password) }
    return { host: url.hostname, port: url.port ? Number(url.port) : port, secure: url.protocol === 'smtps:', auth }
  } catch {
    return null
  }
}
