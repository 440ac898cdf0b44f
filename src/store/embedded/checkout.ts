import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder with package.json: above the sources, and above a build. */
export function checkout(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
