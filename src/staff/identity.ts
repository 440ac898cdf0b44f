// Who somebody is at the organisation's identity provider, and what they may therefore do here.
import type { Role } from './roles.ts'

/** What we need of an identity provider. */
export interface IdentityProvider {
  /** Where to send a browser. `again`: even somebody who is signed in there has to prove it once more. */
  begin(callback: string, again: boolean): Promise<Visit & { readonly address: string }>
  /** What it says of whoever comes back to `address`. Throws unless everything about it is as it must be. */
  finish(address: URL, visit: Visit): Promise<Claims>
}

/** What a browser must bring back, and what it must never learn. */
export interface Visit {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What an ID token says. */
export type Claims = Readonly<Record<string, unknown>>

export interface Identified {
  /** The same person for good, whatever their name or e-mail address becomes. */
  readonly key: string
  /** First name. */
  readonly name: string
  readonly roles: readonly Role[]
}

/** The app roles as they are set up at the provider. Any other is none of ours. */
const ROLE_OF: Readonly<Record<string, Role>> = {
  Worker: 'worker',
  Supervisor: 'supervisor',
  Auditor: 'auditor',
  Admin: 'admin'
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Reads the claims. Without a role of ours nobody is let in: then `roles` is empty. */
export function identified(claims: Claims): Identified {
  const { iss, sub, oid, tid, roles, given_name, name } = claims
  // Microsoft: `sub` differs from app to app; these two name the person, whatever they are called.
  const key = text(oid) && text(tid) ? ['entra', text(tid), text(oid)] : ['oidc', text(iss), text(sub)]
  const known = Array.isArray(roles) ? roles.flatMap(role => (Object.hasOwn(ROLE_OF, role) ? [ROLE_OF[role]] : [])) : []
  return {
    key: key.join('|'),
    name: text(given_name) || (text(name).split(/\s+/)[0] ?? ''),
    roles: [...new Set(known)].filter(role => role !== undefined)
  }
}
