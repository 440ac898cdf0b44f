// Botkit's own web server is off; Fastify carries HTTP.
module.exports = () => {
  throw new Error('body-parser is not part of Sidedoor: Botkit must be made with disable_webserver')
}
