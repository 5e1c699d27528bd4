import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLessons } from '@/lib/cli/read-lessons'
import { duplicatesAmong } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { brokenLinksAmong } from '@/lib/lessons/links'
import { LOCALES } from '@/lib/lessons/locales'

const root = join(import.meta.dirname, '../../lessons')
const readings = await readLessons(root)

describe('the course', () => {
  it('has no mistakes that reading finds', () => {
    const diagnostics = [
      ...duplicatesAmong(readings),
      ...brokenLinksAmong(readings),
      ...readings.flatMap((reading) => reading.diagnostics),
    ]
    expect(diagnostics.map(formatDiagnostic)).toEqual([])
  })

  it.each(readings.map((reading) => [reading.folder, reading] as const))(
    'has %s in every language',
    (_folder, { lessons }) => {
      expect(Object.keys(lessons)).toEqual([...LOCALES])
    },
  )

  it.each([
    ['card', 'server.js', 'faf2f0696318ff4b05bec3d9fca13ee683f137c899284527a02dd9f5b1bc1e11'],
    ['visit-counter', 'server.js', '5dd9b32fe6aa9dc78e0c9ac80f2ed9442379020a0c5abc88a6b040da8b5d98c1'],
    ['visit-counter', 'filestore.js', '46a80dd7fced8f015ad20eaa363cc8f237d2e8d66eaa3169cd8cbb0b9f6dce6c'],
    ['login', 'server.js', '51e29ecc338df391576221ddddbc72e7eab4d82de9390e0aa358beca5be1c7fe'],
    ['file-store', 'filestore.js', '46a80dd7fced8f015ad20eaa363cc8f237d2e8d66eaa3169cd8cbb0b9f6dce6c'],
    ['redis-store', 'redisstore.js', '8e1328bff3b4bd47a97e90a27b2ea719009b9ff7f68559c1660e0d69db437dd6'],
  ])("starts %s with the course's own listing of %s, byte for byte", (slug, file, sum) => {
    const source = readings.find((reading) => reading.slug === slug)?.lessons.zh?.start.files[file] ?? ''
    expect(createHash('sha256').update(source).digest('hex')).toBe(sum)
  })
})
