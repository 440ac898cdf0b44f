// The channel-neutral core is real; the adapter for a hosted bot service is not part of this product.
const core = require('botbuilder-core')

class BotFrameworkAdapter {
  constructor() {
    throw new Error('The hosted bot service is not part of Sidedoor: pass your own adapter to Botkit')
  }
}

module.exports = { ...core, BotFrameworkAdapter, TeamsInfo: {} }
