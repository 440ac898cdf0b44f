/** How a session was begun: with a one-time link, with what its member set themselves, or at the identity provider. */
export type SignInBy = 'link' | 'passkey' | 'password' | 'identity'
