import { type Place, type Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import { chooseRelease, OFFERED, offeredInWords, releasesOf } from '@/lib/lessons/packages/choose'
import { jsonMistake } from '@/lib/lessons/parse/json-mistake'
import { didYouMean } from '@/lib/lessons/suggest'

/** Reports what is wrong with a program's JSON: what is none, and a `package.json` that asks for what is not offered. */
export function checkJson(path: string, source: string, reporter: Reporter): void {
  const mistake = jsonMistake(source)
  if (mistake) reporter.report('bad-json', mistake, mistake.message)
  else if (path === 'package.json') checkPackages(source, reporter)
}

function checkPackages(source: string, reporter: Reporter): void {
  const manifest: unknown = JSON.parse(source)
  if (!isRecord(manifest)) {
    reporter.report('bad-value', START_OF_FILE, 'it must be an object, { … }')
    return
  }
  const { dependencies } = manifest
  if (dependencies === undefined) return
  if (!isRecord(dependencies)) {
    const place = placeOfKey('dependencies', source)
    reporter.report('bad-value', place, '"dependencies" must be an object of package names and versions')
    return
  }
  for (const [name, version] of Object.entries(dependencies)) {
    const complaint = complaintAbout(name, version)
    if (complaint !== null) reporter.report('not-offered', placeOfKey(name, source), complaint)
  }
}

/** `null` for a version of a package that programs can have. */
function complaintAbout(name: string, version: unknown): string | null {
  if (releasesOf(name).length === 0) {
    return `there is no package "${name}" here${didYouMean(name, OFFERED)}; offered are ${offeredInWords()}`
  }
  if (typeof version === 'string' && chooseRelease(name, version)) return null
  return `"${name}" is not offered in version ${JSON.stringify(version)}; offered is ${offeredInWords([name])}, exactly or as a range with ^`
}

function placeOfKey(key: string, source: string): Place {
  const written = JSON.stringify(key)
  const inside = Math.max(0, source.indexOf('"dependencies"'))
  const offset = Math.max(0, source.indexOf(written, key === 'dependencies' ? 0 : inside + '"dependencies"'.length))
  const before = source.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
