// The script of passkeys: asks the browser to make one or to sign with one, and sends what it answers with the form.

/** The browser is told what to do by our own server alone; what it answers goes back as it is. */
async function answer(form: HTMLFormElement): Promise<string> {
  const token = form.querySelector<HTMLInputElement>('input[name=token]')?.value ?? ''
  const asked = await fetch(form.dataset.options ?? '', { method: 'POST', body: new URLSearchParams({ token }) })
  if (!asked.ok) throw new Error('the server does not ask')
  const options = await asked.json()
  const made =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return JSON.stringify((made as PublicKeyCredential).toJSON())
}

async function fill(form: HTMLFormElement): Promise<void> {
  const complaint = form.querySelector<HTMLElement>('.complaint')
  const response = form.querySelector<HTMLInputElement>('input[name=response]')
  if (!complaint || !response) return
  complaint.hidden = true
  try {
    response.value = await answer(form)
  } catch {
    // They said no, or have none: what the browser says of it is not for everybody.
    complaint.textContent = form.dataset.failed ?? ''
    complaint.hidden = false
    return
  }
  form.submit()
}

const isKnown = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.hidden = !isKnown
  form.addEventListener('submit', event => {
    event.preventDefault()
    void fill(form)
  })
}
