/** The first element that fits. Only the page's script uses this. */
export const find = <E extends HTMLElement>(selector: string): E | null => document.querySelector<E>(selector)
