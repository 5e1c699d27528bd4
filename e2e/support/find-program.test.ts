import { describe, expect, test } from 'vitest'
import { majorOf } from './browser'
import { type Facts, findProgram, type Machine, nextStep, type Recipe } from './find-program'

const nothing: Facts = { bundled: null, installed: null, download: 'open', apt: 'open' }

describe('nextStep', () => {
  test.each([
    [
      'its own before the system’s',
      { ...nothing, bundled: '/own', installed: '/usr/bin/x' },
      { kind: 'use', path: '/own' },
    ],
    ['the system’s before a download', { ...nothing, installed: '/usr/bin/x' }, { kind: 'use', path: '/usr/bin/x' }],
    ['a download before apt-get', nothing, { kind: 'download' }],
    ['apt-get when the download failed', { ...nothing, download: 'failed' }, { kind: 'apt' }],
    ['apt-get when there is no download', { ...nothing, download: 'none' }, { kind: 'apt' }],
    ['no apt-get for those who are not root', { ...nothing, download: 'failed', apt: 'none' }, { kind: 'give-up' }],
    ['nothing twice', { ...nothing, download: 'failed', apt: 'failed' }, { kind: 'give-up' }],
  ] as const)('%s', (_, facts, step) => {
    expect(nextStep(facts)).toEqual(step)
  })
})

describe('findProgram', () => {
  /** A machine on which each way leads to `success` or fails, with a diary of what was done. */
  function scene(success: 'download' | 'apt' | 'none', mayUseApt = true) {
    const diary: string[] = []
    let path: string | null = null
    const arrive = (way: 'download' | 'apt') => {
      diary.push(way)
      if (way === success) path = `/from/${way}`
      return way === success
    }
    const machine: Machine = {
      mayUseApt,
      aptInstall: () => arrive('apt'),
      say: (text) => diary.push(text),
    }
    const recipe: Recipe = {
      name: 'gadget',
      bundled: () => null,
      installed: () => path,
      download: () => arrive('download'),
      apt: 'gadget-server',
      advice: 'Buy one.',
    }
    return { machine, recipe, diary }
  }

  test('a download that works ends the search', () => {
    const { machine, recipe, diary } = scene('download')
    expect(findProgram(recipe, machine)).toBe('/from/download')
    expect(diary).toEqual([expect.stringContaining('downloading'), 'download'])
  })

  test('says so before it calls apt-get', () => {
    const { machine, recipe, diary } = scene('apt')
    expect(findProgram(recipe, machine)).toBe('/from/apt')
    expect(diary.slice(2)).toEqual([expect.stringContaining('installing gadget-server with apt-get'), 'apt'])
  })

  test('gives up with advice, each way tried once', () => {
    const { machine, recipe, diary } = scene('none')
    expect(() => findProgram(recipe, machine)).toThrow('No gadget found. Buy one.')
    expect(diary.filter((entry) => entry === 'download' || entry === 'apt')).toEqual(['download', 'apt'])
  })

  test('never calls apt-get without being root', () => {
    const { machine, recipe, diary } = scene('apt', false)
    expect(() => findProgram(recipe, machine)).toThrow('Buy one.')
    expect(diary).not.toContain('apt')
  })
})

test.each([
  ['Chromium 156.0.7700.3 built on Debian GNU/Linux 12 (bookworm)', 156],
  ['Google Chrome 140.0.7339.80', 140],
  ['Please install the snap', null],
])('majorOf(%s) is %s', (version, major) => {
  expect(majorOf(version)).toBe(major)
})
