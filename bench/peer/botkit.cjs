// Botkit with its own Twilio adapter, started as its documentation does; run from the folder it was installed in.
// Different from there: its REST calls are led to the benchmark's responder, and it says where it listens.
const { createRequire } = require('node:module')
const { join } = require('node:path')

const installed = createRequire(join(process.cwd(), 'index.js'))
const { Botkit } = installed('botkit')
const { TwilioAdapter } = installed('botbuilder-adapter-twilio-sms')

const adapter = new TwilioAdapter({
  twilio_number: process.env.TWILIO_NUMBER,
  account_sid: process.env.TWILIO_ACCOUNT_SID,
  auth_token: process.env.TWILIO_AUTH_TOKEN,
  validation_url: process.env.TWILIO_VALIDATION_URL
})
const controller = new Botkit({ adapter })

controller.on('message', async (bot, message) => {
  await bot.reply(message, 'I heard a message!')
})

const client = adapter.api.httpClient
const ask = client.request.bind(client)
client.request = options => {
  const { pathname, search } = new URL(options.uri)
  return ask({ ...options, uri: process.env.RESPONDER + pathname + search })
}

controller.ready(() => {
  const tell = () => process.send({ at: `http://127.0.0.1:${controller.http.address().port}` })
  if (controller.http.listening) tell()
  else controller.http.once('listening', tell)
})
process.once('disconnect', () => process.exit(0))
