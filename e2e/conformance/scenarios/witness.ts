import { get, type Scenario } from '../scenario'

/** Looking on at sessions must change nothing that a program could notice. */
export const witness: readonly Scenario[] = ['plain', 'untouched', 'eager', 'memory'].map((shop) => ({
  name: `nothing notices that somebody looks on: ${shop}`,
  program: 'witness',
  steps: [
    'look',
    'write',
    'look',
    'stream',
    'save',
    'reload',
    'regenerate',
    'write',
    'destroy',
    'write',
    'silent',
  ].flatMap((path) => [get(`/${shop}/${path}`), get('/noticed')]),
}))
