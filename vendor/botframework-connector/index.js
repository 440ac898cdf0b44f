// No cloud connector: botbuilder-core only reads these names while it loads.
const names = new Proxy({}, { get: (_target, key) => String(key) })
const absent = name =>
  class {
    constructor() {
      throw new Error(`${name} is not part of Sidedoor: there is no cloud connector here`)
    }
  }
const classes = ['ConnectorClient', 'TokenApiClient', 'ConnectorFactory', 'UserTokenClient', 'MicrosoftAppCredentials', 'CertificateServiceClientCredentialsFactory', 'JwtTokenProviderFactory', 'ManagedIdentityServiceClientCredentialsFactory', 'PasswordServiceClientCredentialFactory', 'ServiceClientCredentialsFactory']

module.exports = {
  AuthenticationConstants: names,
  GovernmentConstants: names,
  BotFrameworkAuthentication: class {},
  BotFrameworkAuthenticationFactory: {},
  ClaimsIdentity: class {},
  JwtTokenValidation: {},
  SkillValidation: { isSkillClaim: () => false },
  AseChannelValidation: { init() {} },
  ...Object.fromEntries(classes.map(name => [name, absent(name)]))
}
