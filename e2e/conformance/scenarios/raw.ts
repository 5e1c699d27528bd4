import { ask, get, restart, type Scenario, send } from '../scenario'

const program = 'raw'

export const raw: readonly Scenario[] = [
  {
    name: 'http without Express',
    program,
    steps: [
      get('/'),
      get('/list'),
      get('/cookies', 202),
      get('/reason', 404),
      get('/get-headers'),
      get('/timed'),
      get('/invalid'),
      get('/nowhere', 404),
      ask('HEAD', '/', 200),
      restart(),
      get('/'),
    ],
  },
  {
    name: 'headers that http adds by itself, or not',
    program,
    steps: [
      get('/no-date'),
      get('/own-date'),
      get('/close'),
      get('/identity'),
      get('/not-modified', 304),
      get('/', 200, [['Connection', 'close']]),
      get('/', 200, [['connection', 'Keep-Alive']]),
    ],
  },
  {
    name: 'the request as http sees it',
    program,
    steps: [
      get('/request?a=1&a=2'),
      get('/request', 200, [
        ['X-Twice', '1'],
        ['x-twice', '2'],
        ['Content-Type', 'a/b'],
        ['content-type', 'c/d'],
      ]),
      send('POST', '/body', 200, 'text/plain', '中文 body'),
      ask('POST', '/body', 200, { body: '' }),
    ],
  },
]
