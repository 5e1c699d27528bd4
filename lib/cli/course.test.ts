import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLessons } from '@/lib/cli/read-lessons'
import { duplicatesAmong } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { LOCALES } from '@/lib/lessons/locales'

const readings = await readLessons(join(import.meta.dirname, '../../lessons'))

describe('the course', () => {
  it('has no mistakes that reading finds', () => {
    const diagnostics = [...duplicatesAmong(readings), ...readings.flatMap((reading) => reading.diagnostics)]
    expect(diagnostics.map(formatDiagnostic)).toEqual([])
  })

  it.each(readings.map((reading) => [reading.folder, reading] as const))(
    'has %s in every language',
    (_folder, { lessons }) => {
      expect(Object.keys(lessons)).toEqual([...LOCALES])
    },
  )

  it("starts the card's lesson with the course's own listing, byte for byte", () => {
    const source = readings.find(({ slug }) => slug === 'card')?.lessons.zh?.start.files['server.js'] ?? ''
    expect(createHash('sha256').update(source).digest('hex')).toBe(
      'faf2f0696318ff4b05bec3d9fca13ee683f137c899284527a02dd9f5b1bc1e11',
    )
  })
})
