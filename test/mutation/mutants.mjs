// Small faults somebody could make in a rule, each in one place of a file. Text in, text out: nothing is run here.

/** Comments and words are no logic: blanked, so that an operator finds only code at the same place. */
const WORDS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`[^`]*`/g
/** Declarations up to their end: imports, types, and where in a document a rule comes from. */
const NO_LOGIC = [
  /^import [^\n]*$/gm,
  /^(?:export )?interface [\s\S]*?^}/gm,
  /^(?:export )?type [\s\S]*?(?=\n\n)/gm,
  /\b(?:hampshirePage|southamptonStrategy|triageSpecification)\([^()]*\)/g,
  /^ {2}step: \d+/gm
]
const blank = (text, pattern) => text.replace(pattern, found => found.replace(/[^\n]/g, ' '))
const codeOf = text => NO_LOGIC.reduce(blank, blank(text, WORDS))

/** What is looked for in the code, and what is written instead. */
const SWAPS = [
  [/&&/g, () => '||'],
  [/\|\|/g, () => '&&'],
  [/===/g, () => '!=='],
  [/!==/g, () => '==='],
  [/ >= /g, () => ' > '],
  [/ > /g, () => ' >= '],
  [/ <= /g, () => ' < '],
  [/ < /g, () => ' <= '],
  [/\ball\(/g, () => 'any('],
  [/\bany\(/g, () => 'all('],
  [/\btrue\b/g, () => 'false'],
  [/\bfalse\b/g, () => 'true'],
  [/\.some\(/g, () => '.every('],
  [/\.every\(/g, () => '.some('],
  [/!(?=[\w(])/g, () => ''],
  [/(?<![\w.])\d+\b/g, found => String(Number(found) + 1)],
  [/,\s*STOP\b/g, () => '']
]

/** A line that stands for itself: a rule in a list, a row of a table, a way out of a function. */
const LINE = /^ +(?:if \(.*\) return .*|\.\.\.when\(.*|\w+\.\w+,?|'[IHM]-\w+': .*|\w+: is\(.*)$/gm
/** A list of options or of services. */
const LIST = /\b(is|offer)\(([^()]*)\)/g

function swaps(code) {
  return SWAPS.flatMap(([pattern, instead]) =>
    [...code.matchAll(pattern)].map(({ 0: found, index }) => ({
      index,
      length: found.length,
      instead: instead(found),
      what: `${found.trim()} -> ${instead(found).trim() || 'nothing'}`
    }))
  )
}

function lines(code, text) {
  return [...text.matchAll(LINE)]
    .filter(({ 0: found, index }) => code.slice(index, index + found.length).trim() !== '')
    .map(({ 0: found, index }) => ({ index, length: found.length, instead: '', what: `without ${found.trim()}` }))
}

function lists(code, text) {
  return [...text.matchAll(LIST)].flatMap(({ 0: found, 1: name, 2: inside, index }) => {
    const parts = inside.split(',').map(part => part.trim())
    const first = name === 'is' ? 1 : 0
    if (code[index] === ' ' || !parts.every(part => part.startsWith("'"))) return []
    return parts.slice(first).map((part, at) => ({
      index,
      length: found.length,
      instead: `${name}(${parts.toSpliced(at + first, 1).join(', ')})`,
      what: `${found} without ${part}`
    }))
  })
}

/** Where the bracket that opens at `from` is closed. */
function closing(code, from) {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    if (code[at] === '(') depth++
    if (code[at] === ')' && --depth === 0) return at
  }
  return code.length
}

function conditions(code, text) {
  return [...code.matchAll(/\bif \(/g)].map(({ 0: found, index }) => {
    const open = index + found.length - 1
    const inside = text.slice(open + 1, closing(code, open))
    return { index: open + 1, length: inside.length, instead: `!(${inside})`, what: `if (${inside}) negated` }
  })
}

/** Every mutant of one file: `line`, `what` was changed, and the whole `text` with that one change. */
export function mutantsOf(file, text) {
  const code = codeOf(text)
  return [swaps, lines, lists, conditions]
    .flatMap(operator => operator(code, text))
    .sort((one, other) => one.index - other.index)
    .map(({ index, length, instead, what }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      what,
      text: text.slice(0, index) + instead + text.slice(index + length)
    }))
}
