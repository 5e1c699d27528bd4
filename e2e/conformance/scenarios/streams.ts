import { ask, get, type Scenario, send } from '../scenario'

const program = 'streams'

export const streams: readonly Scenario[] = [
  {
    name: 'bodies in pieces',
    program,
    steps: [
      get('/chunks'),
      ask('HEAD', '/chunks', 200),
      get('/chunks', 200, [['Connection', 'close']]),
      get('/slow'),
      get('/length'),
      get('/write-head', 201),
      get('/flush'),
      get('/pipe'),
      get('/file'),
      get('/encodings'),
      get('/empty-end'),
      get('/nothing', 204),
    ],
  },
  { name: 'large bodies', program, steps: [get('/big'), get('/big-chunks'), ask('HEAD', '/big', 200)] },
  {
    name: 'request bodies as streams',
    program,
    steps: [
      send('POST', '/count', 200, 'text/plain', '剪'.repeat(50_000)),
      send('POST', '/count', 200, 'text/plain', ''),
      send('POST', '/echo', 200, 'text/plain; charset=utf-8', '回声\n'.repeat(2_000)),
      send('POST', '/ignored', 200, 'text/plain', 'unread'),
    ],
  },
]
