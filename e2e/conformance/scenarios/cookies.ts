import { get, pass, type Scenario } from '../scenario'

const program = 'cookies'

export const cookies: readonly Scenario[] = [
  {
    name: 'cookies set, sent back and cleared',
    program,
    steps: [
      get('/'),
      get('/set'),
      get('/'),
      get('/set-many'),
      get('/'),
      get('/clear'),
      get('/'),
      get('/redirect', [302, 200]),
      get('/header'),
      get('/'),
    ],
  },
  {
    name: 'attributes and values of cookies',
    program,
    steps: [get('/set-options'), get('/'), get('/set-values'), get('/'), get('/set-zero'), get('/')],
  },
  {
    name: 'signed cookies',
    program,
    steps: [
      get('/set-signed'),
      get('/'),
      get('/', 200, [['Cookie', 'card=s%3A100.forged; holder=s:x; plain=j%3A%7B%22a%22%3A1%7D; bad=j:{']]),
    ],
  },
  {
    name: 'Cookie headers that nobody should send',
    program,
    steps: [
      get('/', 200, [['Cookie', 'a=1; a=2; =nameless; noequals; spaces = x ; quoted="q; e%zz=1; u=%E5%89%AA']]),
      get('/', 200, [['Cookie', '__proto__=x; constructor=y; toString=z']]),
      get('/', 200, [['Cookie', '']]),
    ],
  },
  {
    name: 'cookies that cannot be set, and those that expire',
    program,
    steps: [
      get('/bad-name', 500),
      get('/bad-same-site', 500),
      get('/header'),
      pass(9_000),
      get('/'),
      pass(2_000),
      get('/'),
    ],
  },
]
