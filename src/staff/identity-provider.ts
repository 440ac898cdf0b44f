// Signing in at the organisation's identity provider (OpenID Connect; Microsoft Entra ID in production). Loaded only where there
// is one. It is asked about itself when somebody first signs in, so that its being down never keeps the chat from starting.
import type { Configuration } from 'openid-client'
import * as oidc from 'openid-client'
import type { IdentityProvider } from './identity.ts'

export interface ProviderSetting {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Code with PKCE, state and nonce, each checked by the library on the way back. */
export function identityProvider({ issuer, clientId, clientSecret }: ProviderSetting): IdentityProvider {
  let found: Promise<Configuration> | null = null
  const configuration = (): Promise<Configuration> => {
    // Without TLS nothing it says could be believed. The settings take https alone; tests ask one on this very machine.
    const isHere = new URL(issuer).protocol === 'http:'
    const options = isHere ? { execute: [oidc.allowInsecureRequests] } : {}
    found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
    // What failed is asked again next time.
    found.catch(() => {
      found = null
    })
    return found
  }

  return {
    async begin(callback, again) {
      const visit = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(visit.verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
        ...(again ? { prompt: 'login' } : {})
      })
      return { ...visit, address: address.href }
    },

    async finish(address, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true
      })
      return { ...tokens.claims() }
    }
  }
}
