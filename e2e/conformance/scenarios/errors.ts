import { ask, get, restart, type Scenario } from '../scenario'

const program = 'errors'

export const errors: readonly Scenario[] = [
  {
    name: 'errors of handlers',
    program,
    steps: [
      get('/throw', 500),
      get('/throw-status', 402),
      get('/throw-text', 500),
      get('/async', 500),
      get('/next', 410),
      get('/next-route'),
      get('/not-a-function', 500),
      get('/bad-header', 500),
      get('/bad-status', 500),
      get('/handled', 503),
      ask('HEAD', '/throw', 500),
    ],
  },
  {
    name: 'nothing there',
    program,
    steps: [get('/nowhere?a=<b>', 404), ask('POST', '/fine', 404, { body: 'x' }), get('/%E5%89%AA', 404)],
  },
  {
    name: 'errors after the head',
    program,
    steps: [get('/headers-sent'), get('/late'), get('/half', 0), get('/fine'), get('/half-error', 0), get('/fine')],
  },
  {
    name: 'an error that ends the process',
    program,
    steps: [get('/fine'), get('/crash', 0), get('/fine', 0), restart(), get('/fine')],
  },
]
