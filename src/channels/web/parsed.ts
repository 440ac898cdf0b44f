// HTML of our own server as elements. Only the page's script uses this.

type Policy = { createHTML(html: string): string }
const types = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes
const ours: Policy = { createHTML: html => html }
const policy = types ? types.createPolicy('v', ours) : ours

/** The elements of a fragment, every text in it escaped by the server. */
export function parsed(html: string): DocumentFragment {
  const box = document.createElement('template')
  box.innerHTML = policy.createHTML(html)
  // In a fragment the parser takes what is for browsers without script at its word: the frame would be loaded.
  for (const unused of box.content.querySelectorAll('noscript')) unused.remove()
  return box.content
}
