// A listing that lacks its list is a fault. Azure's library takes it for an empty one, and what stands in it would be said again.
import type { ChatClientOptions } from '@azure/communication-chat'
import { TransportFault } from '../transport.ts'

type Policy = NonNullable<ChatClientOptions['additionalPolicies']>[number]['policy']

function isWhole(body: string | null | undefined): boolean {
  try {
    return Array.isArray(JSON.parse(body ?? '').value)
  } catch {
    return false
  }
}

export const wholeLists: Policy = {
  name: 'wholeLists',
  async sendRequest(request, next) {
    const response = await next(request)
    const isListing = request.method === 'GET' && /\/messages\b/.test(request.url)
    if (isListing && response.status === 200 && !isWhole(response.bodyAsText)) throw new TransportFault('unclear', 200)
    return response
  }
}
