// Botkit opens a dialog context on every turn. Ours is always empty: the dialogue lives in flows/, not here.
const refuse = () => {
  throw new Error('Dialogs are switched off in Sidedoor: write a flow in flows/')
}
const DialogTurnStatus = { empty: 'empty', waiting: 'waiting', complete: 'complete', cancelled: 'cancelled' }

class DialogContext {
  constructor(context) {
    this.context = context
    this.stack = []
  }
  async continueDialog() {
    return { status: DialogTurnStatus.empty }
  }
  async cancelAllDialogs() {
    return { status: DialogTurnStatus.empty }
  }
  beginDialog() {
    refuse()
  }
  replaceDialog() {
    refuse()
  }
}

class DialogSet {
  add() {
    refuse()
  }
  async createContext(context) {
    return new DialogContext(context)
  }
}

class Dialog {
  constructor(id) {
    this.id = id
  }
}

module.exports = { Dialog, DialogContext, DialogSet, DialogTurnStatus, WaterfallDialog: class extends Dialog {}, ActivityPrompt: class extends Dialog {}, DialogReason: {} }
